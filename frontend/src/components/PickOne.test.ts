import { type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import { choose, offered, place } from './picking'
import PickOne from './PickOne.vue'

let wrapper: VueWrapper
afterEach(() => wrapper.unmount())

const chosen = () => wrapper.emitted('update:modelValue')?.at(-1)
const shown = () => wrapper.get<HTMLInputElement>('input').element.value
const clear = () => wrapper.find('button[aria-label="Remove Bram"]')

describe('PickOne', () => {
  it('shows the name of what is chosen, and takes another one', async () => {
    wrapper = await place(PickOne, '2')
    expect(shown()).toBe('Bram')

    await offered(wrapper)
    await choose('Anna')

    expect(chosen()).toEqual(['1'])
    expect(shown()).toBe('Anna')
  })

  it('finds by a part of the name', async () => {
    wrapper = await place(PickOne, null)

    expect(await offered(wrapper, 'ra')).toEqual(['Bram'])
  })

  it('lets go of what was chosen', async () => {
    wrapper = await place(PickOne, '2')

    await clear().trigger('click')

    expect(chosen()).toEqual([null])
  })

  it.each([{ required: true }, { disabled: true }])('keeps what was chosen when %j', async (props) => {
    wrapper = await place(PickOne, '2', props)

    expect(clear().exists()).toBe(false)
  })

  it('shows the name as soon as the options arrive', async () => {
    wrapper = await place(PickOne, '2', { options: [] })

    await wrapper.setProps({ options: [{ value: '2', label: 'Bram' }] } as never)

    expect(shown()).toBe('Bram')
  })
})
