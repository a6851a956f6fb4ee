import { expect, it } from 'vitest'

import { changedIn, copy, merge } from './values'

const base = { name: 'U11', coaches: ['1'], remark: '' }

it('copies share nothing', () => {
  const other = copy(base)
  other.coaches.push('2')

  expect(base.coaches).toEqual(['1'])
})

it('names what was changed, lists by their content', () => {
  expect(changedIn({ ...base, coaches: ['1'] }, base)).toEqual({})
  expect(changedIn({ ...base, coaches: ['1', '2'] }, base)).toEqual({ coaches: ['1', '2'] })
})

it('takes over what only they changed, and keeps what only you changed', () => {
  const merged = merge(base, { ...base, remark: 'theirs' }, { ...base, name: 'yours' })

  expect(merged).toEqual({
    values: { name: 'yours', coaches: ['1'], remark: 'theirs' },
    fields: [],
    merged: ['remark'],
  })
})

it('leaves to you what both changed', () => {
  const merged = merge(base, { ...base, name: 'theirs' }, { ...base, name: 'yours' })

  expect(merged.values.name).toBe('yours')
  expect(merged.fields).toEqual([{ name: 'name', theirs: 'theirs', yours: 'yours' }])
})

it('sees no conflict when both did the same', () => {
  const same = { ...base, name: 'U13' }

  expect(merge(base, same, same)).toEqual({ values: same, fields: [], merged: [] })
})
