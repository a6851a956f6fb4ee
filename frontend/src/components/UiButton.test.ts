import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import UiButton from './UiButton.vue'

const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:path*', component: { template: '<p />' } }],
})

function attributes(props: object) {
  return mount(UiButton, { global: { plugins: [router] }, props }).attributes()
}

it('that leads somewhere is a link, which the keyboard reaches', () => {
  expect(attributes({ to: '/news' }).href).toBe('/news')
  expect(attributes({ href: 'https://judo.example/' }).href).toBe('https://judo.example/')
})

it('that does something is a button, and not while it is busy', () => {
  expect(attributes({})).toMatchObject({ type: 'button' })
  expect(attributes({ type: 'submit' }).type).toBe('submit')
  expect(attributes({ busy: true })).toHaveProperty('disabled')
  expect(attributes({ to: '/news', busy: true })).not.toHaveProperty('disabled')
})
