import { afterEach, beforeEach, expect, it } from 'vitest'
import type { QueryClient } from '@tanstack/vue-query'

import { createQueries, expect as foresee, touch } from './queries'
import { forget } from './tokens'

let queries: QueryClient

const session = (id: string, current = false) => ({ type: 'sessions', id, attributes: { current } })
const list = ['/auth/sessions', 'all', null]
const one = ['/auth/sessions/{uuid}', 'one', '1']

beforeEach(() => {
  queries = createQueries()
  queries.setQueryData(list, { data: [session('1'), session('2')] })
  queries.setQueryData(one, { data: session('1') })
})
afterEach(() => queries.clear())

it('shows at once what a change will do, wherever it is shown', () => {
  foresee(queries, { type: 'sessions', id: '1', attributes: { current: true } })

  expect(queries.getQueryData(list)).toEqual({ data: [session('1', true), session('2')] })
  expect(queries.getQueryData(one)).toEqual({ data: session('1', true) })
})

it('takes a removal back when it failed', () => {
  const takeBack = foresee(queries, { type: 'sessions', id: '1', remove: true })
  expect(queries.getQueryData(list)).toEqual({ data: [session('2')] })

  takeBack()

  expect(queries.getQueryData(list)).toEqual({ data: [session('1'), session('2')] })
})

it('changes what is included, and nothing of another type', () => {
  queries.setQueryData(['/x'], { data: null, included: [session('1'), { type: 'teams', id: '1' }] })

  foresee(queries, { type: 'sessions', id: '1', attributes: { current: true } })

  expect(queries.getQueryData(['/x'])).toEqual({
    data: null,
    included: [session('1', true), { type: 'teams', id: '1' }],
  })
})

it('reads again what came from a path, and from below it', async () => {
  queries.setQueryData(['/auth/sessions_of_others'], {})

  await touch(queries, ['/auth/sessions'])

  const stale = queries.getQueryCache().findAll({ predicate: ({ state }) => state.isInvalidated })
  expect(stale.map(({ queryKey: [path] }) => path)).toEqual(['/auth/sessions', '/auth/sessions/{uuid}'])
})

it('forgets what a user was shown when the session ends', () => {
  localStorage.setItem('kwai.session', '1')

  forget('ended')

  expect(queries.getQueryCache().getAll()).toEqual([])
})
