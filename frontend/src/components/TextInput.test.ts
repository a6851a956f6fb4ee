import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { i18n } from '@/i18n'

import TextInput from './TextInput.vue'

it('gives what is typed as a text, of a field for numbers too', async () => {
  const wrapper = mount(TextInput, {
    props: { label: 'Priority', type: 'number', modelValue: '0', required: true },
    global: { plugins: [i18n] },
  })

  await wrapper.get('input').setValue('9')

  expect(wrapper.emitted('update:modelValue')).toEqual([['9']])
})
