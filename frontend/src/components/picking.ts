/** What the tests of both pickers need: a page they stand on, and the list they open. */
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'

import { i18n, loadArea, setLanguage } from '@/i18n'

export const options = [
  { value: '1', label: 'Anna' },
  { value: '2', label: 'Bram' },
  { value: '3', label: 'Zoë' },
]

export async function place<V>(
  component: object,
  modelValue: V,
  props: Record<string, unknown> = {},
): Promise<VueWrapper> {
  await setLanguage('en')
  await loadArea('common')
  const wrapper: VueWrapper = mount(component as never, {
    attachTo: document.body,
    global: { plugins: [i18n] },
    props: {
      label: 'Coach',
      options,
      modelValue,
      'onUpdate:modelValue': (value: V) => void wrapper.setProps({ modelValue: value } as never),
      ...props,
    },
  } as never) as never
  return wrapper
}

/** The texts of the list that is open; it stands at the end of the page. */
export async function offered(wrapper: VueWrapper, typed?: string): Promise<string[]> {
  const input = wrapper.get<HTMLInputElement>('input[role=combobox]')
  input.element.focus()
  await input.trigger('click')
  if (typed !== undefined) await input.setValue(typed)
  await flushPromises()
  return entries().map((entry) => entry.textContent.trim())
}

export async function choose(label: string): Promise<void> {
  const entry = entries().find((each) => each.textContent.trim() === label)
  entry?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await flushPromises()
}

function entries(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[role=option]')]
}
