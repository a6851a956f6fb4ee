import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { Entity } from '@/api/resolve'
import type { Change } from '@/api/schema'
import { answer, type FakeServer, refusal, startServer } from '@/api/testing'
import { stage } from '@/composables/testing'

import { useThingNames } from './useThingNames'

let server: FakeServer

beforeEach(() => {
  server = startServer()
  server.on('GET /portal/settings', refusal(404, 'not_found'))
})
afterEach(() => void vi.unstubAllGlobals())

function change(type: string, id: string, action: string, changes: object = {}): Entity<Change> {
  return { resource: { type, id }, action, changes } as unknown as Entity<Change>
}

async function namesOf(...changes: Entity<Change>[]) {
  const { result } = await stage(() => useThingNames(() => changes))
  await flushPromises()
  return result
}

const text = (locale: string, title: string) => ({ locale, title })

it('names a training by its title and its moment at the club, as it is now', async () => {
  const event = { start_date: '2026-11-25T17:00:00Z' }
  const contents = [text('nl', 'Kangoeroes'), text('en', 'Kangaroos')]
  server.on('GET /trainings/9', answer(200, { data: { type: 'trainings', id: '9', attributes: { contents, event } } }))

  const { nameOf } = await namesOf(change('trainings', '9', 'updated'), change('trainings', '9', 'updated'))

  expect(nameOf({ type: 'trainings', id: '9' })).toBe('Kangaroos, Wed, 25 Nov 2026 18:00')
  expect(server.calls.filter((call) => call === 'GET /trainings/9')).toHaveLength(1)
})

it('names what was created or deleted by what the log says of it, and asks nobody', async () => {
  const logged = (side: 'added' | 'removed', title: string) => ({ [side]: [text('nl', title)] })
  const made = { start_date: { before: null, after: '2026-11-25 17:00:00.000000' }, training_contents: logged('added', 'Stage') }

  const { nameOf } = await namesOf(
    change('trainings', '1', 'created', made),
    change('pages', '2', 'deleted', { page_contents: logged('removed', 'Lid worden') }),
  )

  expect(nameOf({ type: 'trainings', id: '1' })).toBe('Stage, Wed, 25 Nov 2026 18:00')
  expect(nameOf({ type: 'pages', id: '2' })).toBe('Lid worden')
  expect(server.calls.filter((call) => !call.endsWith('/settings'))).toEqual([])
})

it('has no name for what is gone', async () => {
  server.on('GET /news/stories/3', refusal(404, 'not_found'))

  const { nameOf } = await namesOf(change('stories', '3', 'updated'))

  expect(nameOf({ type: 'stories', id: '3' })).toBe('')
})

it('names what the parts of a training refer to, and reads no kind that does not occur', async () => {
  const coach = { type: 'coaches', id: '4', attributes: { name: 'Dirk' } }
  server.on('GET /coaches', answer(200, { data: [coach], meta: { count: 1 } }))
  const made = { training_contents: { added: [text('nl', 'Stage')] }, training_coaches: { added: [{ coach_id: 4 }] } }

  const { referred } = await namesOf(change('trainings', '1', 'created', made))

  expect([referred('coach_id', 4), referred('location', 'Dojo A')]).toEqual(['Dirk', undefined])
  expect(server.calls.filter((call) => !call.endsWith('/settings'))).toEqual(['GET /coaches'])
})
