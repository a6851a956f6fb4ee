import { type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import { choose, offered, place } from './picking'
import PickMany from './PickMany.vue'

let wrapper: VueWrapper
afterEach(() => wrapper.unmount())

const chosen = () => wrapper.emitted('update:modelValue')?.at(-1)
const button = (name: string) => wrapper.find(`button[aria-label="${name}"]`)

describe('PickMany', () => {
  it('adds what is chosen to what is there', async () => {
    wrapper = await place(PickMany, ['1'])
    await offered(wrapper)

    await choose('Zoë')

    expect(chosen()).toEqual([['1', '3']])
  })

  it('finds by a part of the name, without its accents', async () => {
    wrapper = await place(PickMany, [])

    expect(await offered(wrapper, 'zoe')).toEqual(['Zoë'])
  })

  it('says that nothing was found', async () => {
    wrapper = await place(PickMany, [])

    expect(await offered(wrapper, 'Nobody')).toEqual([])
    expect(document.body.textContent).toContain('Nothing found')
  })

  it('removes one by its button, whose name says which', async () => {
    wrapper = await place(PickMany, ['1', '2'])

    await button('Remove Anna').trigger('click')

    expect(chosen()).toEqual([['2']])
  })

  it('removes the last one with backspace, but only when nothing is typed', async () => {
    wrapper = await place(PickMany, ['1', '2'])
    const input = wrapper.get('input')

    await offered(wrapper, 'x')
    await input.trigger('keydown', { key: 'Backspace' })
    expect(chosen()).toBeUndefined()
    await input.setValue('')
    await input.trigger('keydown', { key: 'Backspace' })

    expect(chosen()).toEqual([['1']])
  })

  it('shows an id that is not offered any more', async () => {
    wrapper = await place(PickMany, ['99'])

    expect(button('Remove 99').exists()).toBe(true)
  })

  it('tells its errors to who does not see them', async () => {
    wrapper = await place(PickMany, [], { errors: ['Choose somebody.'] })

    const input = wrapper.get('input')
    expect(input.attributes('aria-invalid')).toBe('true')
    const told = (input.attributes('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
    expect(told.join(' ')).toContain('Choose somebody.')
  })
})
