/** The days of a month as a calendar shows them: whole weeks, from Monday. */
import { parseDate } from '@internationalized/date'
import { createMonth } from 'reka-ui/date'

const MONDAY = 1

export function weeksOf(month: string): string[][] {
  const { rows } = createMonth({
    dateObj: parseDate(`${month}-01`),
    weekStartsOn: MONDAY,
    fixedWeeks: false,
    // Which day a week starts with is said above; nothing else depends on the language.
    locale: 'en-GB',
  })
  return rows.map((week) => week.map(String))
}
