import { describe, expect, it } from 'vitest'

import { dropSlot, foldLanes, hoursOf, minutesOf, placeSlots, timeOf, type Slot } from './week'

const DAYS = ['2026-09-07', '2026-09-08', '2026-09-09']

function slot(id: string, start: string, end: string, day = '2026-09-07'): Slot {
  return { id, day, start: minutesOf(start), end: minutesOf(end) }
}

describe('placeSlots', () => {
  it('gives slots that overlap lanes of their own', () => {
    const placed = placeSlots([
      slot('a', '18:00', '19:30'),
      slot('b', '18:30', '19:00'),
      slot('c', '19:00', '20:00'),
      slot('d', '20:00', '21:00'),
    ])

    const seen = placed.map(({ slot: { id }, lane, lanes }) => [id, lane, lanes])
    expect(seen).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 1, 2],
      ['d', 0, 1],
    ])
  })

  it('never lets two slots of a lane overlap', () => {
    const many = Array.from({ length: 60 }, (_, number) => {
      const start = (number * 37) % 600
      return { id: String(number), day: DAYS[0] ?? '', start, end: start + 15 + ((number * 53) % 180) }
    })

    const placed = placeSlots(many)

    expect(placed).toHaveLength(60)
    for (const one of placed) {
      expect(one.lane).toBeLessThan(one.lanes)
      for (const other of placed) {
        if (one === other || one.lane !== other.lane) continue
        const overlap = one.slot.start < other.slot.end && other.slot.start < one.slot.end
        expect(overlap).toBe(false)
      }
    }
  })
})

describe('foldLanes', () => {
  const at = (id: string, start: string, end: string) => slot(id, start, end)

  it('leaves what fits as it is', () => {
    const placed = placeSlots([at('a', '18:00', '19:00'), at('b', '18:30', '19:30')])

    expect(foldLanes(placed, 2)).toEqual({ shown: placed, rests: [] })
  })

  it('puts together who has no room, as long as they follow without a gap', () => {
    const crowd = ['a', 'b', 'c', 'd'].map((id) => at(id, '18:00', '19:00'))
    const later = ['e', 'f', 'g'].map((id) => at(id, '20:00', '21:00'))

    const { shown, rests } = foldLanes(placeSlots([...crowd, ...later]), 2)

    expect(shown.map((each) => [each.slot.id, each.lane, each.lanes])).toEqual([
      ['a', 0, 4],
      ['e', 0, 3],
    ])
    expect(rests.map((rest) => [timeOf(rest.start), timeOf(rest.end), rest.slots.map(({ id }) => id)])).toEqual([
      ['18:00', '19:00', ['b', 'c', 'd']],
      ['20:00', '21:00', ['f', 'g']],
    ])
  })
})

describe('hoursOf', () => {
  it('shows an evening, and as much more as there is', () => {
    expect(hoursOf([])).toEqual({ first: 16, last: 21 })
    expect(hoursOf([slot('a', '09:30', '22:15')])).toEqual({ first: 9, last: 23 })
  })

  it('ends at midnight, however long a training takes', () => {
    expect(hoursOf([{ id: 'a', day: '2026-09-07', start: 1380, end: 1500 }]).last).toBe(24)
  })
})

describe('dropSlot', () => {
  it('moves by whole days and quarters of an hour', () => {
    const dropped = dropSlot(slot('a', '18:00', '19:30'), DAYS, { days: 1, minutes: 22 })

    expect(dropped).toEqual({ day: '2026-09-08', start: minutesOf('18:15') })
  })

  it('stays inside the week and the day', () => {
    const evening = slot('a', '18:00', '19:30')

    expect(dropSlot(evening, DAYS, { days: 9, minutes: 999 })).toEqual({
      day: '2026-09-09',
      start: minutesOf('23:45'),
    })
    expect(dropSlot(evening, DAYS, { days: -9, minutes: -9999 })).toEqual({
      day: '2026-09-07',
      start: 0,
    })
  })
})

describe('timeOf', () => {
  it('writes what minutesOf reads', () => {
    expect(timeOf(minutesOf('07:05'))).toBe('07:05')
    expect(timeOf(24 * 60 + 30)).toBe('00:30')
  })
})
