import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import ActionMenu from './ActionMenu.vue'

afterEach(() => void document.body.replaceChildren())

function menu() {
  const done: string[] = []
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] })
  const wrapper = mount(ActionMenu, {
    attachTo: document.body,
    global: { plugins: [router] },
    props: {
      label: 'Actions of Ann',
      items: () => [
        { label: 'Edit', run: () => done.push('edit') },
        { label: 'Delete', run: () => done.push('delete'), tone: 'danger' as const },
      ],
    },
  })
  return { done, button: wrapper.get('button') }
}

async function settle(): Promise<void> {
  for (let count = 0; count < 5; count += 1) await nextTick()
}

it('makes its entries only when it is opened', async () => {
  const { button } = menu()
  const before = document.querySelectorAll('[role=menuitem]').length

  await button.trigger('click')
  await settle()

  const entries = [...document.querySelectorAll('[role=menuitem]')].map((each) => each.textContent?.trim())
  expect([before, entries]).toEqual([0, ['Edit', 'Delete']])
  expect(button.attributes('aria-expanded')).toBe('true')
  expect(document.querySelector('[role=menu]')?.getAttribute('aria-label')).toBe('Actions of Ann')
})

it('opens by the arrow key, and does what is chosen', async () => {
  const { button, done } = menu()
  await button.trigger('focus')

  await button.trigger('keydown', { key: 'ArrowDown' })
  await settle()
  document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]?.click()
  await settle()

  expect(done).toEqual(['delete'])
  expect(button.attributes('aria-expanded')).toBe('false')
})
