import { describe, expect, it } from 'vitest'

import { isPromoted, type Publication, stateOf, stepsOf } from './state'

const NOW = new Date('2026-09-01T18:00:00Z')
const story: Publication = {
  enabled: true,
  priority: 1,
  publish_date: '2026-09-01T17:00:00Z',
  end_date: null,
  promotion_end_date: null,
}

describe('stateOf', () => {
  it.each([
    ['draft', { enabled: false }],
    ['planned', { publish_date: '2026-09-01T18:00:01Z' }],
    ['active', { publish_date: '2026-09-01T18:00:00Z' }],
    ['active', { end_date: '2026-09-01T18:00:01Z' }],
    ['ended', { end_date: '2026-09-01T18:00:00Z' }],
  ])('is %s with %o', (state, changes) => {
    expect(stateOf({ ...story, ...changes }, NOW)).toBe(state)
  })
})

describe('isPromoted', () => {
  it.each([
    [true, {}],
    [false, { priority: 0 }],
    [false, { enabled: false }],
    [false, { promotion_end_date: '2026-09-01T18:00:00Z' }],
    [true, { promotion_end_date: '2026-09-01T18:00:01Z' }],
  ])('is %s with %o', (is, changes) => {
    expect(isPromoted({ ...story, ...changes }, NOW)).toBe(is)
  })
})

describe('stepsOf', () => {
  it.each([
    [['publish', 'promotionEnd', 'end'], {}],
    [['publish', 'end'], { priority: 0 }],
    [['publish', 'end', 'promotionEnd'], { end_date: '2026-10-01T18:00:00Z' }],
    [['promotionEnd', 'publish', 'end'], { promotion_end_date: '2026-08-01T18:00:00Z' }],
  ])('come as %j with %o', (keys, changes) => {
    expect(stepsOf({ ...story, ...changes }).map((step) => step.key)).toEqual(keys)
  })
})
