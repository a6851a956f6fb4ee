import { parseAbsolute, toCalendarDateTime } from '@internationalized/date'
import { describe, expect, it } from 'vitest'

import * as clock from './clubTime'

const zone = 'Europe/Brussels'

describe('the wall clock of the club', () => {
  it.each([
    ['2027-10-04', '2027-10-10', 'ma 4 – zo 10 okt 2027'],
    ['2027-12-27', '2028-01-02', 'ma 27 dec 2027 – zo 2 jan 2028'],
    ['2027-10-04', '2027-10-04', 'ma 4 okt 2027'],
  ])('tells from %s to %s what both share once', (start, end, text) => {
    const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const

    const told = clock.formatPeriod(start, end, { zone, language: 'nl' }, options)

    // Which space stands around the dash is up to the runtime.
    expect(told.replace(/\s/g, ' ')).toBe(text)
  })

  it.each([
    ['2026-09-01T16:00:00Z', '2026-09-01T18:00'],
    ['2026-12-01T17:00:00Z', '2026-12-01T18:00'],
    ['2026-08-31T23:30:00Z', '2026-09-01T01:30'],
    // Both sides of the changes: 29 March and 25 October 2026, 01:00 UTC.
    ['2026-03-29T00:59:00Z', '2026-03-29T01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30'],
    ['2026-10-25T02:00:00Z', '2026-10-25T03:00'],
  ])('%s is %s, and back', (moment, wall) => {
    expect(clock.toInput(moment, zone)).toBe(wall)
    expect(clock.fromInput(wall, zone)).toBe(moment)
  })

  it('moves a time that spring skips forward, as the server does', () => {
    expect(clock.fromInput('2026-03-29T02:30', zone)).toBe('2026-03-29T01:30:00Z')
    expect(clock.isGap('2026-03-29T02:30', zone)).toBe(true)
    expect(clock.isGap('2026-03-29T03:00', zone)).toBe(false)
  })

  it('takes the first of two times in autumn', () => {
    expect(clock.toInput('2026-10-25T01:30:00Z', zone)).toBe('2026-10-25T02:30')
    expect(clock.fromInput('2026-10-25T02:30', zone)).toBe('2026-10-25T00:30:00Z')
  })

  it.each(['', '2026-02-30T10:00', '2026-09-01', 'T10:00', 'x'])('%j is no time yet', (text) => {
    expect(clock.fromInput(text, zone)).toBe(text === '2026-09-01' ? '2026-08-31T22:00:00Z' : null)
  })

  it.each(['Europe/Brussels', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'])('is right all year in %s', (place) => {
    const hours = Array.from({ length: 366 * 4 }, (_, n) => new Date(Date.UTC(2026, 0, 1, 6 * n + (n % 5))).toISOString())

    const wrong = hours.filter(
      (each) => clock.toInput(each, place) !== toCalendarDateTime(parseAbsolute(each, place)).toString().slice(0, 16),
    )

    expect(wrong).toEqual([])
  })

  it('belongs to the club, not to this computer', () => {
    expect(clock.toInput('2026-09-01T16:00:00Z', 'Pacific/Auckland')).toBe('2026-09-02T04:00')
    expect(clock.dayOf('2026-09-01T16:00:00Z', 'Pacific/Auckland')).toBe('2026-09-02')
  })
})

it('the start of a day is midnight at the club, in summer and in winter', () => {
  expect(clock.startOfDay('2026-07-01', zone)).toBe('2026-06-30T22:00:00Z')
  expect(clock.startOfDay('2026-12-01', zone)).toBe('2026-11-30T23:00:00Z')
})

it('counts days and months as a calendar does', () => {
  expect(clock.addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(clock.addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(clock.mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(clock.mondayOf('2026-11-16')).toBe('2026-11-16')
  expect([clock.firstOfMonth('2026-02-14'), clock.lastOfMonth('2026-02-14')]).toEqual([
    '2026-02-01',
    '2026-02-28',
  ])
})

it('writes days and times in the language of the reader', () => {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const day = (language: string) => clock.formatDay('2026-09-01', { zone, language }, options)

  expect(day('nl')).toBe('dinsdag 1 september 2026')
  expect(day('fr')).toBe('mardi 1 septembre 2026')
  expect(day('en')).toMatch(/^Tuesday,? 1 September 2026$/)
  expect(clock.formatTime('2026-12-01T17:05:00Z', { zone, language: 'en' })).toBe('18:05')
  expect(clock.formatTime('2026-08-31T22:00:00Z', { zone, language: 'nl' })).toBe('00:00')
  expect(clock.formatWeekday(1, { zone, language: 'nl' }, 'long')).toBe('maandag')
  expect(clock.formatWeekday(7, { zone, language: 'fr' }, 'long')).toBe('dimanche')
})

it.each([
  [0, 'nu'],
  [-59_000, 'nu'],
  [-5 * 60_000, '5 minuten geleden'],
  [-3 * 3_600_000, '3 uur geleden'],
  [-24 * 3_600_000, 'gisteren'],
  [2 * 24 * 3_600_000, 'overmorgen'],
])('%i ms from now is %s', (distance, text) => {
  const now = Date.parse('2026-09-01T12:00:00Z')

  expect(clock.formatRelative(new Date(now + distance).toISOString(), now, 'nl')).toBe(text)
})
