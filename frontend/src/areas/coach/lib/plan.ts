/** The preview of a season: every day of every definition, and what happens to it. */
import type { GeneratedDay } from '@/api/schema'

export const OUTCOMES = ['created', 'conflict', 'closed', 'excluded', 'exists'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface PlannedDefinition {
  id: string
  name: string
  days: GeneratedDay[]
  counts: Record<Outcome, number>
}

/** Gather the days by definition, in the order in which the server tells them. */
export function byDefinition(days: readonly GeneratedDay[]): PlannedDefinition[] {
  const found = new Map<string, PlannedDefinition>()
  for (const day of days) {
    const { id } = day.definition
    const entry = found.get(id) ?? { id, name: day.name, days: [], counts: noCounts() }
    entry.days.push(day)
    entry.counts[day.outcome] += 1
    found.set(id, entry)
  }
  return [...found.values()]
}

/** Only what somebody wants to see; without a choice everything. */
export function onlyOutcomes(days: readonly GeneratedDay[], wanted: ReadonlySet<Outcome>): GeneratedDay[] {
  return days.filter((day) => wanted.size === 0 || wanted.has(day.outcome))
}

function noCounts(): Record<Outcome, number> {
  return { created: 0, conflict: 0, closed: 0, excluded: 0, exists: 0 }
}
