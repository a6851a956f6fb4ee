import { describe, expect, it } from 'vitest'

import { weeksOf } from './month'

describe('the weeks of a month', () => {
  it.each([
    // February 2027 is four whole weeks; August 2026 begins on a Saturday and needs six.
    ['2027-02', 4, '2027-02-01', '2027-02-28'],
    ['2026-08', 6, '2026-07-27', '2026-09-06'],
    ['2026-12', 5, '2026-11-30', '2027-01-03'],
  ])('%s has %i, from Monday %s to Sunday %s', (month, count, first, last) => {
    const weeks = weeksOf(month)

    expect(weeks).toHaveLength(count)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect([weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([first, last])
  })
})
