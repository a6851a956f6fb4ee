import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createQueries } from '@/api/queries'
import { answer, type FakeServer, startServer } from '@/api/testing'

import { stage } from './testing'
import { readAhead, useList } from './useList'

let server: FakeServer

const team = (id: string) => ({ type: 'user_accounts', id, attributes: { email: id }, meta: {} })
const asked = () => [...new URL(server.requests.at(-1)?.url ?? '').searchParams].map(String)

function open(at = '/here') {
  return stage(
    () => useList('/auth/users', { filters: { search: '', revoked: false }, sort: 'last_name', limit: 10 }),
    at,
  )
}

beforeEach(() => {
  server = startServer()
  server.on('GET /auth/users', answer(200, { data: [team('1'), team('2')], meta: { count: 35 } }))
})
afterEach(() => void vi.unstubAllGlobals())

it('asks for the page, the filters and the sort of the address', async () => {
  const { result: list } = await open('/here?page=2&search=jo&revoked=true&sort=-email')
  await flushPromises()

  expect(asked().sort()).toEqual([
    'filter[revoked],true',
    'filter[search],jo',
    'page[limit],10',
    'page[offset],10',
    'sort,-email',
  ])
  expect([list.page, list.pages, list.count, list.items[0]?.email]).toEqual([2, 4, 35, '1'])
})

it('what filters nothing is not sent', async () => {
  const { result: list } = await open()
  await flushPromises()

  expect(asked()).toEqual(['sort,last_name', 'page[limit],10', 'page[offset],0'])
  expect(list.hasFilters).toBe(false)
})

it('writes a filter into the address, and begins at the first page', async () => {
  const { result: list, router } = await open('/here?page=3&other=kept')
  list.filters.revoked = true
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ other: 'kept', revoked: 'true' })
  expect(asked()).toContain('filter[revoked],true')
})

it('waits until somebody has finished typing', async () => {
  const { result: list } = await open()
  await flushPromises()
  const before = server.calls.length

  for (const text of ['j', 'jo', 'jo v']) {
    list.filters.search = text
    await flushPromises()
  }
  expect(server.calls.length).toBe(before)

  await vi.waitFor(() => expect(asked()).toContain('filter[search],jo v'))
  expect(server.calls.length).toBe(before + 1)
})

it('the back button brings the filters back', async () => {
  const { result: list, router } = await open('/here?search=jo')
  await router.push('/here')
  await flushPromises()
  expect(list.filters.search).toBe('')

  router.back()
  await vi.waitFor(() => expect(list.filters.search).toBe('jo'))
})

it('goes to the last page when the one asked for is gone', async () => {
  const { router } = await open('/here?page=9')

  await vi.waitFor(() => expect(router.currentRoute.value.query.page).toBe('4'))
})

it('shows what was read ahead, and does not ask again', async () => {
  const queries = createQueries()
  await readAhead(queries, '/auth/users', { limit: 10 })
  const before = server.calls.length

  const { result: list } = await stage(
    () => useList('/auth/users', { limit: 10, prefix: 'user-' }),
    '/here',
    queries,
  )

  expect(asked()).toEqual(['page[limit],10', 'page[offset],0'])
  expect([server.calls.length, list.items.length, list.isLoading]).toEqual([before, 2, false])
})

it('asks itself when what was to be read ahead did not come', async () => {
  const queries = createQueries()
  server.on('GET /auth/users', answer(404, { errors: [{ status: '404', code: 'not_found' }] }))
  await readAhead(queries, '/auth/users', { limit: 10 })
  server.on('GET /auth/users', answer(200, { data: [team('1')], meta: { count: 1 } }))

  const { result: list } = await stage(() => useList('/auth/users', { limit: 10 }), '/here', queries)

  await vi.waitFor(() => expect(list.items.length).toBe(1))
})
