import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'

import TabBar from './TabBar.vue'

const tabs = [
  { value: 'nl', label: 'Nederlands', badge: '✓' },
  { value: 'en', label: 'English' },
]

let wrapper: VueWrapper
afterEach(() => wrapper.unmount())

function bar() {
  const made = mount(TabBar, {
    attachTo: document.body,
    props: {
      label: 'Languages',
      tabs,
      modelValue: 'nl',
      'onUpdate:modelValue': (value: string) => void made.setProps({ modelValue: value }),
    },
    slots: { nl: '<input id="nl">', en: '<input id="en">' },
  })
  wrapper = made
  return made
}

it('tells which tab is chosen, and which panel belongs to it', () => {
  bar()

  const [chosen, other] = wrapper.findAll('[role=tab]')
  expect([chosen?.attributes('aria-selected'), other?.attributes('aria-selected')]).toEqual(['true', 'false'])
  expect(wrapper.get('[role=tablist]').attributes('aria-label')).toBe('Languages')
  const panel = wrapper.get(`[aria-labelledby="${chosen?.attributes('id')}"]`)
  expect(panel.find('#nl').exists()).toBe(true)
})

it('goes to the tab that is pressed', async () => {
  bar()

  await wrapper.findAll('[role=tab]')[1]?.trigger('mousedown', { button: 0 })

  expect(wrapper.emitted('update:modelValue')).toEqual([['en']])
})

it('keeps what was typed in a panel that is not shown', async () => {
  bar()
  await wrapper.get('#nl').setValue('half a sentence')

  await wrapper.setProps({ modelValue: 'en' })

  expect(wrapper.get<HTMLInputElement>('#nl').element.value).toBe('half a sentence')
})
