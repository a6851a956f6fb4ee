import { computed } from 'vue'

import type { GetPath } from '@/api/client'
import type { Entity } from '@/api/resolve'
import type { Change } from '@/api/schema'
import { useAll } from '@/composables/useAll'

import { partsOf } from '../lib/changes'
import { fullName } from '../names'
import { useTextNames } from './useTextNames'

/** What a column of a table refers to by its id. */
const REFERRED: Readonly<Record<string, string>> = {
  application_id: 'applications',
  closure_id: 'closures',
  coach_id: 'coaches',
  definition_id: 'training_definitions',
  season_id: 'seasons',
  team_id: 'teams',
}

/** The names of what changed, and of what its fields refer to; read only for kinds that occur. */
export function useThingNames(changes: () => readonly Entity<Change>[]) {
  const kinds = computed(() => new Set(changes().flatMap(kindsOf)))
  const named = <P extends GetPath>(kind: string, path: P) =>
    useAll(path, () => (kinds.value.has(kind) ? ({} as never) : null)).items

  const textName = useTextNames(changes)
  const users = named('user_accounts', '/auth/users')
  const invitations = named('user_invitations', '/auth/users/invitations')
  const sections = named('applications', '/portal/applications')
  const things = [
    named('authors', '/news/authors'),
    named('coaches', '/coaches'),
    named('teams', '/teams'),
    named('seasons', '/seasons'),
    named('closures', '/closures'),
    named('training_definitions', '/training_definitions'),
  ]
  const names = computed(() => {
    const persons = [...users.value, ...invitations.value].map((each) => [keyOf(each), fullName(each)] as const)
    const titles = sections.value.map((each) => [keyOf(each), each.title] as const)
    const rest = things.flatMap(({ value }) => value.map((each) => [keyOf(each), each.name] as const))
    return new Map([...persons, ...titles, ...rest])
  })

  /** Empty for what is gone, or has no name. */
  const nameOf = (thing: { type: string; id: string }): string =>
    names.value.get(keyOf(thing)) ?? textName(thing)

  /** Undefined when the field refers to nothing that has a name. */
  function referred(field: string, id: unknown): string | undefined {
    const type = REFERRED[field]
    return type ? nameOf({ type, id: String(id) }) || undefined : undefined
  }
  return { nameOf, referred }
}

function kindsOf({ resource, changes }: Entity<Change>): string[] {
  const fields = [changes, ...partsOf(changes)].flatMap(Object.keys)
  return [resource.type, ...fields.map((field) => REFERRED[field] ?? '')]
}

function keyOf({ type, id }: { type: string; id: string }): string {
  return `${type} ${id}`
}
