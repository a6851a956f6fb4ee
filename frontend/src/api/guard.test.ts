import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import { installSession, safeNext } from './guard'
import { login, type Role } from './session'
import { answer, type FakeServer, startServer, tokens } from './testing'
import { doubt, forget } from './tokens'

const user = { type: 'user_accounts', id: 'u1', meta: {} }
let server: FakeServer
let router: Router

function page(path: string, role?: Role) {
  return { path, component: { render: () => null }, meta: role ? { role } : {} }
}

async function logIn(...roles: string[]) {
  server.on('POST /auth/login', tokens())
  server.on('GET /auth/user', answer(200, { data: { ...user, attributes: { roles } } }))
  await login('jo@club.example', 'secret')
}

beforeEach(() => {
  server = startServer()
  const forbidden = { ...page('/forbidden'), name: 'forbidden' }
  const routes = [page('/'), page('/auth/login'), page('/auth/logged-out'), forbidden]
  router = createRouter({
    history: createMemoryHistory(),
    routes: [...routes, page('/account', 'user'), page('/coach', 'coach')],
  })
  installSession(router)
})
afterEach(async () => {
  forget('logout')
  await flushPromises()
  vi.unstubAllGlobals()
})

it('leads a visitor to the login, and remembers where to', async () => {
  await router.push('/coach?week=36')

  const { path, query } = router.currentRoute.value
  expect([path, query]).toEqual(['/auth/login', { next: '/coach?week=36' }])
})

it('tells somebody without the role which one is needed', async () => {
  await logIn('user')

  await router.push('/coach')

  const { path, query } = router.currentRoute.value
  expect([path, query]).toEqual(['/forbidden', { role: 'coach', from: '/coach' }])
})

it.each([['coach'], ['admin']])('lets a %s in', async (role) => {
  await logIn('user', role)

  await router.push('/coach')

  expect(router.currentRoute.value.path).toBe('/coach')
})

it('a role that was taken away leads out of its pages', async () => {
  await logIn('user', 'coach')
  await router.push('/coach')
  server.on('GET /auth/user', answer(200, { data: { ...user, attributes: { roles: ['user'] } } }))

  doubt()
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ role: 'coach', from: '/coach' })
})

it('an ended session leads to the login and says so', async () => {
  await logIn('user')
  await router.push('/account')

  forget('ended')
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ next: '/account', ended: '1' })
})

it('a logout leads to its own page, but a reader of the site stays', async () => {
  await logIn('user')
  await router.push('/')
  forget('logout')
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/')

  await logIn('user')
  await router.push('/account')
  forget('logout')
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/auth/logged-out')
})

it.each([
  ['/coach?week=36', '/coach?week=36'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/\t/evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['/auth/login', null],
  [undefined, null],
  [['/a'], null],
])('goes on after the login at %j: %j', (next, path) => {
  expect(safeNext(next)).toBe(path)
})
