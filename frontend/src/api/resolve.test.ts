import { expect, expectTypeOf, it } from 'vitest'

import { type Entity, ref, refs, resolve } from './resolve'
import type { Coach, TrainingCollection } from './schema'

const meta = { created_at: null, updated_at: null, version: 3 }
const links = { self: '/', related: '/' }

function collection(included: unknown[] = []): TrainingCollection {
  const training = {
    type: 'trainings',
    id: '1',
    attributes: { event: { start_date: '2026-09-01T16:00:00Z' }, occurrence_date: '2026-09-01' },
    relationships: {
      coaches: {
        links,
        data: [
          { type: 'coaches', id: '7', meta: { head: true } },
          { type: 'coaches', id: '8', meta: { head: false } },
        ],
      },
      teams: { links },
      definition: { links, data: null },
      season: { links, data: { type: 'seasons', id: '5' } },
    },
    links: { self: '/' },
    meta,
  }
  const document = { jsonapi: { version: '1.1' }, links: { self: '/' }, data: [training], included }
  return document as unknown as TrainingCollection
}

const carla = {
  type: 'coaches',
  id: '7',
  attributes: { first_name: 'Carla', last_name: 'Claes', name: 'Carla Claes', active: true },
  links: { self: '/' },
  meta,
}

it('makes attributes members, and keeps type, id and version', () => {
  const [training] = resolve(collection())

  expect(training?.event.start_date).toBe('2026-09-01T16:00:00Z')
  expect([training?.type, training?.id, training?.meta.version]).toEqual(['trainings', '1', 3])
})

it('links what is included, with the facts of the link', () => {
  const [training] = resolve(collection([carla]))

  expect(training?.coaches?.map((each) => [each.resource?.name, each.meta?.head])).toEqual([
    ['Carla Claes', true],
    [undefined, false],
  ])
})

it('tells apart empty, not included and not asked for', () => {
  const [training] = resolve(collection())

  expect(training?.definition).toBeNull()
  expect([training?.season?.id, training?.season?.resource]).toEqual(['5', undefined])
  expect(training?.teams).toBeUndefined()
})

it('makes one object of a resource that is linked twice, even in a circle', () => {
  const user = {
    type: 'user_accounts',
    id: 'u',
    attributes: { first_name: 'Jo' },
    relationships: { invitation: { data: { type: 'user_invitations', id: 'i' } } },
    links: { self: '/' },
    meta,
  }
  const invitation = {
    type: 'user_invitations',
    id: 'i',
    attributes: { email: 'jo@club.example' },
    relationships: { user: { data: { type: 'user_accounts', id: 'u' } } },
    links: { self: '/' },
    meta,
  }

  const jo = resolve({ data: user, included: [invitation] }) as unknown as {
    invitation: { resource: { user: { resource: unknown } } }
  }

  expect(jo.invitation.resource.user.resource).toBe(jo)
})

it('answers null for a relationship that leads nowhere', () => {
  expect(resolve({ data: null })).toBeNull()
})

it('keeps an attribute from passing for the identity of a resource', () => {
  const forged = { type: 'teams', id: '1', attributes: { id: '2', type: 'users' }, meta }

  expect(resolve({ data: forged })).toMatchObject({ type: 'teams', id: '1' })
})

it('is typed by the schema', () => {
  const [training] = resolve(collection())

  expectTypeOf(training?.coaches?.[0]?.resource).toEqualTypeOf<Entity<Coach> | undefined>()
  // @ts-expect-error  there is no such attribute
  expect(training?.colour).toBeUndefined()
})

it('writes linkage for requests', () => {
  expect(ref('authors', 'a')).toEqual({ data: { type: 'authors', id: 'a' } })
  expect(ref('authors', '')).toEqual({ data: null })
  expect(refs('coaches', [{ id: '7', meta: { head: true } }])).toEqual({
    data: [{ type: 'coaches', id: '7', meta: { head: true } }],
  })
})
