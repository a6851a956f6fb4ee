/** The one way to the API: typed by its own description, and it throws what goes wrong. */
import createClient, { type FetchOptions, type MaybeOptionalInit } from 'openapi-fetch'
import type {
  FilterKeys,
  HttpMethod,
  PathsWithMethod,
  RequiredKeysOf,
} from 'openapi-typescript-helpers'

import { isApiError } from './errors'
import type { paths } from './schema'
import { API, CLIENT, doubt, mayHaveSession, renew, tokenToSend } from './tokens'
import { send } from './transport'

export const MEDIA_TYPE = 'application/vnd.api+json'
const FORM_TYPE = 'application/x-www-form-urlencoded'

type Lower = 'get' | 'post' | 'patch' | 'delete'
export type PathOf<M extends Lower> = PathsWithMethod<paths, M>
export type GetPath = PathOf<'get'>

type Operation<P extends keyof paths, M extends HttpMethod> = paths[P] extends Record<M, infer O>
  ? O
  : never
type Content<R> = R extends { content: infer C } ? C[keyof C] : undefined
type Contents<R> = { [S in keyof R]: Content<R[S]> }[keyof R]

/** The document that an operation answers; undefined for 204. */
export type Answer<P extends keyof paths, M extends Lower> =
  Operation<P, M> extends { responses: infer R } ? Contents<Omit<R, 'default'>> : never

type Optional<P extends keyof paths, M extends Lower> = MaybeOptionalInit<paths[P], M>
/** Parameters, body and what fetch takes. */
export type Init<P extends keyof paths, M extends Lower> = FetchOptions<FilterKeys<paths[P], M>>
export type InitArguments<P extends keyof paths, M extends Lower> =
  RequiredKeysOf<Init<P, M>> extends never ? [Optional<P, M>?] : [Init<P, M>]

type FormPath = {
  [P in PathOf<'post'>]: Operation<P, 'post'> extends {
    requestBody: { content: { 'application/x-www-form-urlencoded': object } }
  }
    ? P
    : Operation<P, 'post'> extends {
          requestBody?: { content: { 'application/x-www-form-urlencoded': object } }
        }
      ? P
      : never
}[PathOf<'post'>]

const client = createClient<paths, 'application/vnd.api+json'>({
  // Absolute: `new Request` of tests and workers has no page to start from.
  baseUrl: globalThis.location.origin + API,
  fetch: sendAsUser,
  headers: { Accept: MEDIA_TYPE, 'Content-Type': MEDIA_TYPE, ...CLIENT },
  // Each list in one parameter, by commas: the same parameter twice is refused.
  querySerializer: { array: { style: 'form', explode: false } },
})

interface Untyped {
  data?: unknown
}
// The types of openapi-fetch describe an answer that may be an error; here an error is thrown.
const call = client as unknown as Record<
  'GET' | 'POST' | 'PATCH' | 'DELETE',
  (path: string, init?: unknown) => Promise<Untyped>
>

export const api = {
  async get<P extends PathOf<'get'>>(path: P, ...init: InitArguments<P, 'get'>) {
    return answerOf<P, 'get'>(call.GET(path, init[0]))
  },
  async post<P extends PathOf<'post'>>(path: P, ...init: InitArguments<P, 'post'>) {
    return answerOf<P, 'post'>(call.POST(path, init[0]))
  },
  async patch<P extends PathOf<'patch'>>(path: P, ...init: InitArguments<P, 'patch'>) {
    return answerOf<P, 'patch'>(call.PATCH(path, init[0]))
  },
  async delete<P extends PathOf<'delete'>>(path: P, ...init: InitArguments<P, 'delete'>) {
    return answerOf<P, 'delete'>(call.DELETE(path, init[0]))
  },
  /** The endpoints that take a form instead of a document. */
  async form<P extends FormPath>(path: P, fields: Record<string, string>) {
    const init = {
      body: fields,
      bodySerializer: (body: Record<string, string>) => new URLSearchParams(body),
      headers: { Accept: '*/*', 'Content-Type': FORM_TYPE },
      parseAs: 'text',
    }
    const text = await answerOf<P, 'post'>(call.POST(path, init))
    return (text ? JSON.parse(text as string) : undefined) as Answer<P, 'post'>
  },
  /** A file that needs the token. */
  async download<P extends GetPath>(path: P, ...init: InitArguments<P, 'get'>): Promise<Blob> {
    const options = { ...init[0], parseAs: 'blob', headers: { Accept: '*/*' } }
    return (await answerOf<P, 'get'>(call.GET(path, options))) as Blob
  },
}

/**
 * The header that refuses to overwrite what somebody else has changed meanwhile.
 *
 * The server compares what stands before the dash of an ETag, the version; so what was read in a
 * list can be saved as safely as what was read alone.
 */
export function ifMatch(entity: { meta: { version: number } }): { 'If-Match': string } {
  return { 'If-Match': `"${entity.meta.version}-"` }
}

/** An address to give away, of a calendar or a feed. */
export function apiUrl(path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value)
  const text = new URLSearchParams(given as [string, string][]).toString()
  return globalThis.location.origin + API + path + (text && `?${text}`)
}

async function answerOf<P extends keyof paths, M extends Lower>(
  pending: Promise<Untyped>,
): Promise<Answer<P, M>> {
  return (await pending).data as Answer<P, M>
}

async function sendAsUser(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', document.documentElement.lang || 'en')
  if (!request.body) request.headers.delete('Content-Type')
  // A body can be read once, and a refused token means a second attempt.
  const again = request.clone()
  const token = await tokenToSend()
  try {
    return await send(withToken(request, token))
  } catch (error) {
    if (isApiError(error, 'forbidden')) doubt()
    if (!isApiError(error, 'unauthorized') || !mayRenew(request, token)) throw error
    return send(withToken(again, await renewOrLeave()))
  }
}

/** Without a session the request is one of a visitor: what is public can still be read. */
async function renewOrLeave(): Promise<string | null> {
  try {
    return await renew()
  } catch (error) {
    if (isApiError(error, 'unauthorized')) return null
    throw error
  }
}

function withToken(request: Request, token: string | null): Request {
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}

// What these answer 401 to is a password or a cookie, never the token.
const WITHOUT_TOKEN = ['/auth/login', '/auth/access_token', '/auth/logout']

function mayRenew(request: Request, token: string | null): boolean {
  const { pathname } = new URL(request.url)
  if (WITHOUT_TOKEN.some((each) => pathname === API + each)) return false
  return token !== null || mayHaveSession()
}
