/** A training as the screens of coaches show it. */
import type { Entity } from '@/api/resolve'
import type { Training } from '@/api/schema'
import type { useClubTime } from '@/composables/useClubTime'

import { minutesOf, type Slot } from './week'

type ClubTime = Pick<ReturnType<typeof useClubTime>, 'split'>

export interface TrainingView extends Slot {
  title: string
  from: string
  to: string
  location: string
  teams: string[]
  coaches: string[]
  cancelled: boolean
  reason: string
  active: boolean
  isDoubleBooked: boolean
  training: Entity<Training>
}

export function toView(
  training: Entity<Training>,
  time: ClubTime,
  doubleBooked: ReadonlySet<string> = new Set(),
): TrainingView {
  const { event } = training
  const from = time.split(event.start_date)
  const to = time.split(event.end_date)
  const start = minutesOf(from.time)
  const minutes = (Date.parse(event.end_date) - Date.parse(event.start_date)) / 60_000
  return {
    id: training.id,
    day: from.day,
    start,
    end: start + minutes,
    title: titleOf(training),
    from: from.time,
    to: to.time,
    location: event.location,
    teams: namesOf(training.teams),
    coaches: namesOf(training.coaches),
    cancelled: event.cancelled,
    reason: event.cancel_reason,
    active: event.active,
    isDoubleBooked: doubleBooked.has(training.id),
    training,
  }
}

export function titleOf(training: Entity<Training>): string {
  return training.contents[0]?.title ?? training.definition?.resource?.name ?? ''
}

/** What double bookings are looked for in. */
export function toBooked(training: Entity<Training>) {
  const { event } = training
  return {
    id: training.id,
    start: event.start_date,
    end: event.end_date,
    cancelled: event.cancelled,
    location: event.location,
    coaches: (training.coaches ?? []).map(({ id }) => id),
    teams: (training.teams ?? []).map(({ id }) => id),
  }
}

function namesOf(links: readonly { resource: { name: string } | undefined }[] | undefined): string[] {
  return (links ?? []).map(({ resource }) => resource?.name ?? '').filter(Boolean)
}
