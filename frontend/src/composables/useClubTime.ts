import { useNow } from '@vueuse/core'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import * as clock from './clubTime'
import { useClub } from './useClub'

const MINUTE_MS = 60_000
// Whole weeks need no weekdays.
const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const
const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const

/** Days and times in the zone of the club, in the language of the reader. */
export function useClubTime() {
  const { locale } = useI18n()
  const { club } = useClub()
  const now = useNow({ interval: MINUTE_MS })
  const zone = computed(() => club.value.timezone)
  const here = computed(() => ({ zone: zone.value, language: locale.value }))

  const format = (value: string, options: Intl.DateTimeFormatOptions) =>
    clock.formatDay(value, here.value, options)
  const day = (value: string) => format(value, DAY)
  const shortDay = (value: string) => format(value, { weekday: 'short', day: 'numeric', month: 'short' })
  const time = (moment: string) => clock.formatTime(moment, here.value)
  const moment = (value: string) => `${day(value)} ${time(value)}`

  /** From and to, with the day once when it is the same. */
  function range(start: string, end: string): string {
    const isOneDay = clock.dayOf(start, zone.value) === clock.dayOf(end, zone.value)
    return `${moment(start)} – ${isOneDay ? time(end) : moment(end)}`
  }

  function split(value: string): { day: string; time: string } {
    const [date = '', hours = ''] = clock.toInput(value, zone.value).split('T')
    return { day: date, time: hours }
  }

  return {
    zone,
    day,
    shortDay,
    time,
    moment,
    range,
    split,
    longDay: (value: string) =>
      format(value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** Where the year goes without saying. */
    dayInYear: (value: string) => format(value, { weekday: 'long', day: 'numeric', month: 'long' }),
    month: (value: string) =>
      format(value.length < 8 ? `${value}-01` : value, { month: 'long', year: 'numeric' }),
    period: (start: string, end: string) => clock.formatPeriod(start, end, here.value, DAY),
    weeks: (start: string, end: string) => clock.formatPeriod(start, end, here.value, DATE),
    weekday: (weekday: number, width: 'long' | 'short' = 'long') =>
      clock.formatWeekday(weekday, here.value, width),
    relative: (value: string) => clock.formatRelative(value, now.value.getTime(), locale.value),
    toInput: (value: string | null | undefined) => (value ? clock.toInput(value, zone.value) : ''),
    fromInput: (text: string) => clock.fromInput(text, zone.value),
    join: (date: string, hours: string) => clock.fromInput(`${date}T${hours}`, zone.value),
    isGap: (text: string) => clock.isGap(text, zone.value),
    today: () => clock.todayAt(zone.value),
    dayOf: (value: string) => clock.dayOf(value, zone.value),
    startOfDay: (date: string) => clock.startOfDay(date, zone.value),
    addDays: clock.addDays,
    addMonths: clock.addMonths,
    startOfWeek: clock.mondayOf,
    startOfMonth: clock.firstOfMonth,
    endOfMonth: clock.lastOfMonth,
  }
}
