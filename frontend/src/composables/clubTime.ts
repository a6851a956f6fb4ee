/** Moments of the server as the wall clock of the club shows them, and back. */
import {
  type CalendarDate,
  endOfMonth,
  type CalendarDateTime,
  parseAbsolute,
  parseDate,
  parseDateTime,
  startOfMonth,
  startOfWeek,
  toCalendarDateTime,
  today,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DAY_MS = DAY * 1000
const DAY_LENGTH = 10
const MINUTE_LENGTH = 16

/** Belgian, as the club is; English as Europeans write it. */
const TAGS: Readonly<Record<string, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' }

export interface ClubClock {
  zone: string
  language: string
}

/** Which day it is at the club: a day stays one, a moment is read in the club's zone. */
export function dayOf(value: string, zone: string): string {
  return isDay(value) ? value : toInput(value, zone).slice(0, DAY_LENGTH)
}

/** For an input of type datetime-local. */
export function toInput(moment: string, zone: string): string {
  const at = Date.parse(moment)
  return new Date(at + aheadAt(at, zone)).toISOString().slice(0, MINUTE_LENGTH)
}

/**
 * The moment at which the club's clock shows this; null for an empty or unfinished input.
 *
 * As on the server, a time in the gap of spring moves forward, one that comes twice in autumn is
 * the first.
 */
export function fromInput(text: string, zone: string): string | null {
  const wall = parseWall(text)
  return wall && momentOf(toZoned(wall, zone, 'compatible'))
}

/** The clock jumps over this time: nobody will ever read it there. */
export function isGap(text: string, zone: string): boolean {
  const wall = parseWall(text)
  if (!wall) return false
  return toCalendarDateTime(toZoned(wall, zone, 'compatible')).compare(wall) !== 0
}

export function startOfDay(day: string, zone: string): string {
  return momentOf(toZoned(parseDate(day), zone))
}

export function todayAt(zone: string): string {
  return today(zone).toString()
}

export function addDays(day: string, days: number): string {
  return parseDate(day).add({ days }).toString()
}

export function addMonths(day: string, months: number): string {
  return parseDate(day).add({ months }).toString()
}

/** Monday, as everywhere in Europe. */
export function mondayOf(day: string): string {
  return startOfWeek(parseDate(day), 'en-GB', 'mon').toString()
}

export function firstOfMonth(day: string): string {
  return startOfMonth(parseDate(day)).toString()
}

export function lastOfMonth(day: string): string {
  return endOfMonth(parseDate(day)).toString()
}

export function formatDay(value: string, clock: ClubClock, options: Intl.DateTimeFormatOptions): string {
  return formatter(clock.language, { ...options, timeZone: 'UTC' }).format(noon(dayOf(value, clock.zone)))
}

/** From one day to another, telling once what they share: 4 – 10 October 2027. */
export function formatPeriod(
  start: string,
  end: string,
  { language }: ClubClock,
  options: Intl.DateTimeFormatOptions,
): string {
  return formatter(language, { ...options, timeZone: 'UTC' }).formatRange(noon(start), noon(end))
}

export function formatTime(moment: string, { zone, language }: ClubClock): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const
  return formatter(language, options).format(new Date(moment))
}

/** 1 is Monday. */
export function formatWeekday(weekday: number, clock: ClubClock, width: 'long' | 'short'): string {
  return formatDay(addDays('2024-01-01', weekday - 1), clock, { weekday: width })
}

export function formatRelative(moment: string, now: number, language: string): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000)
  const format = new Intl.RelativeTimeFormat(tagOf(language), { numeric: 'auto' })
  const size = Math.abs(seconds)
  // Seconds would be wrong before they are read.
  if (size < MINUTE) return format.format(0, 'second')
  if (size < HOUR) return format.format(Math.trunc(seconds / MINUTE), 'minute')
  if (size < DAY) return format.format(Math.trunc(seconds / HOUR), 'hour')
  return format.format(Math.trunc(seconds / DAY), 'day')
}

export function isDay(value: string): boolean {
  return value.length === DAY_LENGTH
}

const knownDays = new Map<string, number | undefined>()

/** Milliseconds ahead of UTC; on a day without a change of clocks the zone is asked only once. */
function aheadAt(moment: number, zone: string): number {
  const day = Math.floor(moment / DAY_MS)
  const key = `${zone} ${day}`
  if (!knownDays.has(key)) {
    const [first, last] = [day, day + 1].map((each) => askAhead(each * DAY_MS, zone))
    knownDays.set(key, first === last ? first : undefined)
  }
  return knownDays.get(key) ?? askAhead(moment, zone)
}

function askAhead(moment: number, zone: string): number {
  return parseAbsolute(new Date(moment).toISOString(), zone).offset
}

function parseWall(text: string): CalendarDateTime | null {
  try {
    return parseDateTime(text.slice(0, MINUTE_LENGTH))
  } catch {
    return null
  }
}

function momentOf(wall: ZonedDateTime): string {
  return wall.toDate().toISOString().replace('.000Z', 'Z')
}

function noon(day: string): Date {
  const { year, month, day: date }: CalendarDate = parseDate(day)
  return new Date(Date.UTC(year, month - 1, date, 12))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// Making one costs more than using it a hundred times.
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(tagOf(language), options)
  formatters.set(key, known)
  return known
}

function tagOf(language: string): string {
  return TAGS[language] ?? language
}
