/** What the change log tells of one change, row by row. */

export interface ChangedField {
  field: string
  before: unknown
  after: unknown
}

/** A field, or one of the rows that belong to the thing: a coach of a training, a text in a language. */
export interface ChangedRow {
  label: string
  /** Undefined: it is only known that it changed. */
  change?: ChangedField
}

type Values = Record<string, unknown>
interface Parts {
  added?: Values[]
  removed?: Values[]
  changed?: Record<string, unknown>[]
}

// Bookkeeping, or said better by another field.
const UNREAD = new Set([
  'created_at',
  'duration',
  'email_normalized',
  'id',
  'location_key',
  'open_email',
  'override_user_id',
  'position',
  'search_text',
  'sort_name',
  'updated_at',
  'uuid',
  'version',
])
const SECRET = 'changed'
/** What a row of its own is about. */
const SUBJECTS = ['coach_id', 'team_id', 'title']

/** Each field that somebody may want to read; what was empty and still is, is left out. */
export function readChanges(changes: Values): ChangedRow[] {
  return Object.entries(changes).flatMap(([field, change]) => {
    if (isUnread(field)) return []
    return isParts(change) ? readParts(field, change) : readField(field, change)
  })
}

/** The values of something that was created or deleted: all of it is logged then. */
export function loggedValues(changes: Values, action: string): Values {
  const side = action === 'deleted' ? 'before' : 'after'
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [field, isRecord(change) ? change[side] : undefined]),
  )
}

/** The rows of texts, coaches or teams that a change added or removed, and the fields in them. */
export function partsOf(changes: Values): Values[] {
  return Object.values(changes)
    .filter(isParts)
    .flatMap(({ added = [], removed = [] }) => [...added, ...removed])
}

function readField(field: string, change: unknown): ChangedRow[] {
  if (!isRecord(change) || !('before' in change || 'after' in change)) return [{ label: field }]
  const { before, after } = change
  return isEmpty(before) && isEmpty(after) ? [] : [{ label: field, change: { field, before, after } }]
}

function readParts(name: string, { added = [], removed = [], changed = [] }: Parts): ChangedRow[] {
  const whole = (values: Values, side: 'before' | 'after'): ChangedRow[] => {
    const field = SUBJECTS.find((subject) => subject in values)
    const change = { before: null, after: null, [side]: field ? values[field] : null }
    return field ? [{ label: name, change: { field, ...change } }] : [{ label: name }]
  }
  return [
    ...removed.flatMap((values) => whole(values, 'before')),
    ...added.flatMap((values) => whole(values, 'after')),
    ...changed.flatMap((fields) => Object.entries(fields).flatMap(([field, pair]) => readPair(field, pair))),
  ]
}

function readPair(field: string, pair: unknown): ChangedRow[] {
  // What is made of another field says nothing of its own, nor does who wrote a text last.
  if (isUnread(field) || field === 'user_id') return []
  if (pair === SECRET) return [{ label: field }]
  const [before, after] = Array.isArray(pair) ? (pair as unknown[]) : []
  return [{ label: field, change: { field, before, after } }]
}

function isUnread(field: string): boolean {
  return UNREAD.has(field) || field.startsWith('html_')
}

function isParts(change: unknown): change is Parts {
  return isRecord(change) && ['added', 'removed', 'changed'].some((name) => Array.isArray(change[name]))
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
