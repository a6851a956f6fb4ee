/** Where trainings stand in the grid of a week. */

export interface Slot {
  id: string
  /** YYYY-MM-DD, by the clocks of the club. */
  day: string
  /** Minutes since midnight; an end on the next day counts on. */
  start: number
  end: number
}

export interface Placed<S extends Slot> {
  slot: S
  lane: number
  /** How many lanes stand beside each other where this one stands. */
  lanes: number
}

export interface Hours {
  first: number
  last: number
}

const HOUR = 60
const DAY = 24 * HOUR
export const SNAP = 15

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * HOUR + minutes
}

export function timeOf(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(within / HOUR))}:${two(within % HOUR)}`
}

/** Put slots that overlap beside each other; those that only touch share a lane. */
export function placeSlots<S extends Slot>(slots: readonly S[]): Placed<S>[] {
  const sorted = [...slots].sort((one, other) => one.start - other.start || other.end - one.end)
  const placed: Placed<S>[] = []
  let group: Placed<S>[] = []
  let groupEnd = -1
  for (const slot of sorted) {
    if (slot.start >= groupEnd) {
      closeGroup(group)
      group = []
      groupEnd = -1
    }
    const entry = { slot, lane: freeLane(group, slot.start), lanes: 1 }
    group.push(entry)
    placed.push(entry)
    groupEnd = Math.max(groupEnd, slot.end)
  }
  closeGroup(group)
  return placed
}

/** What stands in the last lane in place of those that would be too narrow to read. */
export interface Rest<S extends Slot> {
  start: number
  end: number
  slots: S[]
}

/** Leave so many lanes at most: beside more than that, the last one is for who has no room, together. */
export function foldLanes<S extends Slot>(
  placed: readonly Placed<S>[],
  most: number,
): { shown: Placed<S>[]; rests: Rest<S>[] } {
  const fits = ({ lane, lanes }: Placed<S>) => lanes <= most || lane < most - 1
  const shown = placed.filter(fits)
  const rests: Rest<S>[] = []
  for (const { slot } of placed.filter((each) => !fits(each))) {
    const last = rests.at(-1)
    if (last && slot.start < last.end) {
      last.slots.push(slot)
      last.end = Math.max(last.end, slot.end)
    } else rests.push({ start: slot.start, end: slot.end, slots: [slot] })
  }
  return { shown, rests }
}

/** The hours that a week needs: those of its slots, and never less than an evening. */
export function hoursOf(slots: readonly Slot[], usual: Hours = { first: 16, last: 21 }): Hours {
  const first = Math.min(usual.first, ...slots.map((slot) => Math.floor(slot.start / HOUR)))
  const last = Math.max(usual.last, ...slots.map((slot) => Math.ceil(slot.end / HOUR)))
  return { first: Math.max(0, first), last: Math.min(24, last) }
}

/** The start after a slot was dragged by a distance; the day stays in the week. */
export function dropSlot(
  slot: Slot,
  days: readonly string[],
  moved: { days: number; minutes: number },
): { day: string; start: number } {
  const from = days.indexOf(slot.day)
  const to = Math.min(days.length - 1, Math.max(0, from + moved.days))
  const snapped = Math.round((slot.start + moved.minutes) / SNAP) * SNAP
  const start = Math.min(DAY - SNAP, Math.max(0, snapped))
  return { day: days[to] ?? slot.day, start }
}

function freeLane(group: readonly Placed<Slot>[], start: number): number {
  const taken = new Set(group.filter(({ slot }) => slot.end > start).map(({ lane }) => lane))
  let lane = 0
  while (taken.has(lane)) lane += 1
  return lane
}

function closeGroup(group: readonly Placed<Slot>[]): void {
  const lanes = Math.max(0, ...group.map(({ lane }) => lane)) + 1
  for (const entry of group) entry.lanes = lanes
}
