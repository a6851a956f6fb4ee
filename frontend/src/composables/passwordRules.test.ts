import { expect, it } from 'vitest'

import { faultOf, lengthOf } from './passwordRules'

const personal = ['Jo', 'Van den Berg', 'jo.vandenberg@club.example']

it.each([
  ['', 'empty'],
  ['elf tekens..', null],
  ['elf tekens.', 'short'],
  ['x'.repeat(1024), null],
  ['x'.repeat(1025), 'long'],
  // Two bytes each: counted as the server counts them.
  ['é'.repeat(513), 'long'],
  ['JO.vandenberg@club.example', 'personal'],
  ['jo.VANdenberg', 'personal'],
  ['Jo van den Berg', 'personal'],
  ['van den berg jo', 'personal'],
  ['van den berg jo!', null],
])('%s is %s', (password, fault) => {
  expect(faultOf(password, 12, personal)).toBe(fault)
})

it('counts what a person sees as one character', () => {
  expect(lengthOf('e\u0301')).toBe(1)
  expect(lengthOf('🥋🥋')).toBe(2)
})
