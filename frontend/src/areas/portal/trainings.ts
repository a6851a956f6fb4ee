import type { Entity } from '@/api/resolve'
import type { Training } from '@/api/schema'

import { pickText } from './texts'

export type ShownTraining = Entity<Training>

/** How a training is called: its own title, else that of the weekly training behind it. */
export function titleOf(training: ShownTraining, language: string): string {
  return (
    pickText(training.contents, language)?.title || training.definition?.resource?.name || `#${training.id}`
  )
}

/** The names of the linked coaches or teams, with commas between them. */
export function namesOf(
  links: readonly { resource?: { name: string } | undefined }[] | undefined,
): string {
  const names = (links ?? []).map((link) => link.resource?.name)
  return names.filter((name) => name !== undefined).join(', ')
}

/** Trainings by the day they begin on, days in order. */
export function byDay(
  trainings: readonly ShownTraining[],
  dayOf: (moment: string) => string,
): Map<string, ShownTraining[]> {
  const days = new Map<string, ShownTraining[]>()
  for (const training of trainings) {
    const day = dayOf(training.event.start_date)
    days.set(day, [...(days.get(day) ?? []), training])
  }
  return days
}
