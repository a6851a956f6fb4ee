import { expect, it } from 'vitest'

import { changedIn, close, copy, merge, open } from './values'

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

it('opens what holds other values, so that each is merged by itself', () => {
  const before = { ...base, texts: { nl: 'a', en: 'a' } }
  const theirs = { ...before, texts: { nl: 'theirs', en: 'a', fr: 'new' } }
  const yours = { ...before, texts: { nl: 'yours', en: 'yours' } }
  const [some, other, mine] = [before, theirs, yours].map((each) => open(each, ['texts']))

  const merged = merge(some ?? {}, other ?? {}, mine ?? {})

  expect(merged.fields).toEqual([{ name: 'texts.nl', theirs: 'theirs', yours: 'yours' }])
  expect(close(merged.values, ['texts'])).toEqual({
    ...base,
    texts: { nl: 'yours', en: 'yours', fr: 'new' },
  })
})
