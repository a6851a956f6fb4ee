/** A server for unit tests: it answers what it was told, and remembers what it was asked. */
import { vi } from 'vitest'

import { MEDIA_TYPE } from './client'

type Answer = Response | (() => Response | Promise<Response>)

export interface FakeServer {
  /** `POST /auth/login`, in the order they came. */
  calls: string[]
  requests: Request[]
  on: (call: string, ...answers: Answer[]) => void
}

/** The last answer of a call is given again and again. */
export function startServer(): FakeServer {
  const answers = new Map<string, Answer[]>()
  const server: FakeServer = {
    calls: [],
    requests: [],
    on: (call, ...given) => void answers.set(call, given),
  }
  vi.stubGlobal('fetch', async (request: Request, init?: RequestInit) => {
    const call = `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`
    server.calls.push(call)
    server.requests.push(request.clone())
    const found = answers.get(call) ?? []
    const answer = found.length > 1 ? found.shift() : found[0]
    if (!answer) throw new TypeError(`Nobody answers ${call}`)
    init?.signal?.throwIfAborted()
    return typeof answer === 'function' ? answer() : answer.clone()
  })
  return server
}

export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  const text = body === undefined ? null : JSON.stringify(body)
  return new Response(text, { status, headers: { 'Content-Type': MEDIA_TYPE, ...headers } })
}

export function refusal(status: number, code: string, more: object = {}): Response {
  const errors = [{ status: String(status), code, title: code, detail: `It is ${code}.`, ...more }]
  return answer(status, { jsonapi: { version: '1.1' }, errors }, { 'X-Request-ID': 'r-1' })
}

/** As the server signs them, but for the signature. */
export function tokenFor(subject: string, seconds = 600, serial = 1): string {
  const claims = { sub: subject, iat: 1_000, exp: 1_000 + seconds, jti: serial }
  return `head.${btoa(JSON.stringify(claims))}.sign`
}

export function tokens(subject = 'u1', seconds = 600, serial = 1): Response {
  return answer(200, {
    access_token: tokenFor(subject, seconds, serial),
    refresh_token: '',
    expiration: '2026-09-01 17:00:00',
  })
}
