import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { answer, type FakeServer, refusal, startServer, tokenFor, tokens } from './testing'

type Modules = Awaited<ReturnType<typeof openTab>>

const RealChannel = BroadcastChannel
const channels: BroadcastChannel[] = []
let server: FakeServer
let browser = 0

beforeEach(() => {
  // The tabs of another test belong to another browser.
  const name = `browser-${browser++}`
  vi.stubGlobal('BroadcastChannel', function open() {
    const channel = new RealChannel(name)
    channels.push(channel)
    return channel
  })
  localStorage.clear()
  sessionStorage.clear()
  server = startServer()
  document.documentElement.lang = 'nl'
})
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A tab: modules of its own, in a browser that is shared. */
async function openTab() {
  vi.resetModules()
  return {
    client: await import('./client'),
    tokens: await import('./tokens'),
    session: await import('./session'),
  }
}

const user = { type: 'user_accounts', id: 'u1', attributes: { roles: ['user', 'coach'] }, meta: {} }
const page = { data: [], meta: { count: 0 } }

async function loggedIn(): Promise<Modules> {
  const tab = await openTab()
  server.on('POST /auth/login', tokens('u1', 600, 1))
  server.on('GET /auth/user', answer(200, { data: user }))
  await tab.session.login('jo@club.example', 'secret')
  server.calls.length = 0
  server.requests.length = 0
  return tab
}

it('speaks JSON:API, says who it is and which language it wants', async () => {
  const { client } = await openTab()
  server.on('POST /news/preview', answer(200, { meta: { html: '' } }))

  await client.api.post('/news/preview', { body: { meta: { format: 'md', content: 'x' } } })

  const headers = server.requests[0]?.headers
  expect(headers?.get('content-type')).toBe('application/vnd.api+json')
  expect(headers?.get('accept')).toBe('application/vnd.api+json')
  expect([headers?.get('x-kwai-client'), headers?.get('accept-language')]).toEqual(['web', 'nl'])
})

it('writes lists with commas, and leaves out what is not given', async () => {
  const { client } = await openTab()
  server.on('GET /trainings', answer(200, page))

  await client.api.get('/trainings', {
    params: { query: { include: ['coaches', 'teams'], 'filter[year]': 2026 } },
  })

  const { searchParams } = new URL(server.requests[0]?.url ?? '')
  expect([...searchParams]).toEqual([
    ['include', 'coaches,teams'],
    ['filter[year]', '2026'],
  ])
})

it('sends forms as forms', async () => {
  const { client } = await openTab()
  server.on('POST /auth/recover', new Response('', { status: 200 }))

  await client.api.form('/auth/recover', { email: 'jo+judo@club.example' })

  expect(await server.requests[0]?.text()).toBe('email=jo%2Bjudo%40club.example')
  expect(server.requests[0]?.headers.get('content-type')).toContain('x-www-form-urlencoded')
})

it('names the version that a change is based on', async () => {
  const { client } = await openTab()

  expect(client.ifMatch({ meta: { version: 4 } })).toEqual({ 'If-Match': '"4-"' })
})

it('a visitor causes no refresh', async () => {
  const { client } = await openTab()
  server.on('GET /teams', answer(200, page))

  await client.api.get('/teams')

  expect(server.calls).toEqual(['GET /teams'])
})

it('security S23: keeps the access token out of every storage', async () => {
  await loggedIn()

  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('head.')
})

it('renews a refused token once, and repeats the request with its body', async () => {
  const { client } = await loggedIn()
  server.on('POST /auth/access_token', tokens('u1', 600, 2))
  server.on('POST /teams', refusal(401, 'unauthorized'), answer(201, { data: user }))

  await client.api.post('/teams', {
    body: { data: { type: 'teams', attributes: { name: 'U11' } } },
  })

  expect(server.calls).toEqual(['POST /teams', 'POST /auth/access_token', 'POST /teams'])
  expect(await server.requests[2]?.json()).toMatchObject({ data: { attributes: { name: 'U11' } } })
  const sent = server.requests.map((each) => each.headers.get('authorization'))
  expect(sent[2]).not.toBe(sent[0])
})

it('refreshes once for many requests that are refused together', async () => {
  const { client } = await loggedIn()
  const refused = refusal(401, 'unauthorized')
  server.on('POST /auth/access_token', tokens('u1', 600, 2))
  server.on('GET /teams', refused, refused, refused, answer(200, page))

  await Promise.all([1, 2, 3].map(() => client.api.get('/teams')))

  expect(server.calls.filter((each) => each.includes('access_token'))).toHaveLength(1)
})

it('renews a token that is about to end before it is used', async () => {
  const tab = await openTab()
  server.on('POST /auth/login', tokens('u1', 10, 1))
  server.on('GET /auth/user', answer(200, { data: user }))
  server.on('POST /auth/access_token', tokens('u1', 600, 2))

  await tab.session.login('jo@club.example', 'secret')

  expect(server.calls).toEqual(['POST /auth/login', 'POST /auth/access_token', 'GET /auth/user'])
})

it('two tabs refresh one after the other, and share the result', async () => {
  const first = await loggedIn()
  const second = await openTab()
  let running = 0
  let most = 0
  server.on('POST /auth/access_token', async () => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, 20))
    running--
    return tokens('u1', 600, 2)
  })

  const [one, other] = await Promise.all([first.tokens.renew(), second.tokens.renew()])

  expect([most, one === other]).toEqual([1, true])
  expect(server.calls.filter((each) => each.includes('access_token'))).toHaveLength(1)
})

it('security S23: uses Web Locks where there are some', async () => {
  const names: string[] = []
  const locks = {
    request: (name: string, options: unknown, run: (lock: object) => unknown) => {
      names.push(name)
      return run(options as object)
    },
  }
  vi.stubGlobal('navigator', { locks, languages: [] })
  const { tokens: own } = await openTab()
  server.on('POST /auth/access_token', tokens('u1'))

  await own.renew()

  expect(names).toEqual(['kwai-refresh'])
})

it('takes the token that another tab got while the lock was on its way', async () => {
  const own = await loggedIn()
  const other = await openTab()
  const request = async (_name: string, _options: unknown, run: (lock: object) => unknown) => {
    other.tokens.take((await tokens('u1', 600, 2).json()) as never)
    await new Promise((resolve) => setTimeout(resolve, 20))
    return run({})
  }
  vi.stubGlobal('navigator', { locks: { request }, languages: [] })

  const token = await own.tokens.renew()

  expect(token).toBe(tokenFor('u1', 600, 2))
  expect(server.calls).not.toContain('POST /auth/access_token')
})

it('an ended session is told once, and what is public can still be read', async () => {
  const { client, tokens: own, session } = await loggedIn()
  const endings: string[] = []
  own.onEnding((why) => endings.push(why))
  server.on('POST /auth/access_token', refusal(401, 'unauthorized'))
  server.on('GET /teams', refusal(401, 'unauthorized'), answer(200, page))

  await client.api.get('/teams')

  expect(endings).toEqual(['ended'])
  expect(session.session.status.value).toBe('anonymous')
  expect(server.requests.at(-1)?.headers.get('authorization')).toBeNull()
})

it('an ended session refuses what is not public', async () => {
  const { client } = await loggedIn()
  server.on('POST /auth/access_token', refusal(401, 'unauthorized'))
  server.on('GET /auth/sessions', refusal(401, 'unauthorized'))

  await expect(client.api.get('/auth/sessions')).rejects.toMatchObject({ kind: 'unauthorized' })
  await expect(client.api.get('/auth/sessions')).rejects.toMatchObject({ kind: 'unauthorized' })

  expect(server.calls.filter((each) => each.includes('access_token'))).toHaveLength(1)
})

it('a lost connection does not end the session', async () => {
  const { client, session } = await loggedIn()
  server.on('GET /teams', refusal(401, 'unauthorized'))
  server.on('POST /auth/access_token', () => Promise.reject(new TypeError('Failed to fetch')))

  await expect(client.api.get('/teams')).rejects.toMatchObject({ kind: 'offline' })

  expect(session.session.isLoggedIn.value).toBe(true)
})

it('a wrong password is not a reason to refresh', async () => {
  const { session } = await loggedIn()
  server.on('POST /auth/login', refusal(401, 'unauthorized'))

  await expect(session.login('jo@club.example', 'wrong')).rejects.toMatchObject({ status: 401 })

  expect(server.calls).toEqual(['POST /auth/login'])
})

it('restores the session at the start, once', async () => {
  await loggedIn()
  const tab = await openTab()
  server.on('POST /auth/access_token', tokens('u1', 600, 2))

  await Promise.all([tab.session.restore(), tab.session.restore()])

  expect(server.calls).toEqual(['POST /auth/access_token', 'GET /auth/user'])
  expect([tab.session.can('coach'), tab.session.can('admin')]).toEqual([true, false])
})

it('forgets at the start a session that is over', async () => {
  await loggedIn()
  const tab = await openTab()
  server.on('POST /auth/access_token', refusal(401, 'unauthorized'))

  await tab.session.restore()
  await (await openTab()).session.restore()

  expect(server.calls).toEqual(['POST /auth/access_token'])
})

it('without a connection at the start it asks again later', async () => {
  await loggedIn()
  const tab = await openTab()
  server.on('POST /auth/access_token', () => Promise.reject(new TypeError('x')))
  await expect(tab.session.restore()).rejects.toMatchObject({ kind: 'offline' })
  server.on('POST /auth/access_token', tokens('u1', 600, 2))

  await tab.session.restore()

  expect(tab.session.session.isLoggedIn.value).toBe(true)
})

it('a logout reaches the other tabs', async () => {
  const first = await loggedIn()
  const second = await openTab()
  server.on('POST /auth/access_token', tokens('u1', 600, 2))
  await second.session.restore()
  const told = new Promise((resolve) => second.tokens.onEnding(resolve))
  server.on('POST /auth/logout', new Response('', { status: 200 }))

  await first.session.logout()

  expect(await told).toBe('logout')
  expect(second.session.session.isLoggedIn.value).toBe(false)
})

it('a logout that did not reach the server is none', async () => {
  const { session } = await loggedIn()
  server.on('POST /auth/logout', () => Promise.reject(new TypeError('x')))

  await expect(session.logout()).rejects.toMatchObject({ kind: 'offline' })

  expect(session.session.isLoggedIn.value).toBe(true)
})

it('gives up on a server that does not answer', async () => {
  vi.useFakeTimers()
  const { client } = await openTab()
  vi.stubGlobal(
    'fetch',
    (_: Request, { signal }: RequestInit) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new DOMException('x', 'AbortError'))),
      ),
  )

  const failed = expect(client.api.get('/teams')).rejects.toMatchObject({ kind: 'timeout' })
  await vi.advanceTimersByTimeAsync(20_000)

  await failed
})

it('tells a cancelled request from a lost one', async () => {
  const { client } = await openTab()
  server.on('GET /teams', answer(200, page))

  const cancelled = client.api.get('/teams', { signal: AbortSignal.abort() })

  await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' })
})
