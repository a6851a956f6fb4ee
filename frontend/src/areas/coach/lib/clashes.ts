/** Double bookings: those that the server refuses, and those that stand in a list. */
import { isApiError } from '@/api/errors'
import type { Clash } from '@/api/schema'

interface Booked {
  id: string
  start: string
  end: string
  cancelled: boolean
  location: string
  coaches: readonly string[]
  teams: readonly string[]
}

/** The clashes for which the server refused to save; empty when it refused for another reason. */
export function clashesOf(error: unknown): Clash[] {
  if (!isApiError(error, 'conflict')) return []
  const found = error.errors.map((each) => (each.meta as { clash?: Clash } | undefined)?.clash)
  return found.filter((clash) => clash !== undefined)
}

/** The ids of trainings that share a coach, a team or a location with another one meanwhile. */
export function findDoubleBooked(trainings: readonly Booked[]): Set<string> {
  const taking = trainings
    .filter((each) => !each.cancelled)
    .map((each) => ({
      ...each,
      place: placeKey(each.location),
      from: Date.parse(each.start),
      to: Date.parse(each.end),
    }))
    .sort((one, other) => one.from - other.from)
  const found = new Set<string>()
  const begun: typeof taking = []
  for (const one of taking) {
    const meanwhile = begun.filter((other) => one.from < other.to)
    for (const other of meanwhile) {
      if (sharesSomething(one, other)) found.add(one.id).add(other.id)
    }
    begun.splice(0, Infinity, ...meanwhile, one)
  }
  return found
}

type Placed = Pick<Booked, 'coaches' | 'teams'> & { place: string }

function sharesSomething(one: Placed, other: Placed): boolean {
  return (
    (one.place !== '' && one.place === other.place) ||
    one.coaches.some((id) => other.coaches.includes(id)) ||
    one.teams.some((id) => other.teams.includes(id))
  )
}

/** As the server folds it: neither case nor accents nor spaces tell two locations apart. */
function placeKey(location: string): string {
  const plain = location.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().trim().replace(/\s+/g, ' ')
}
