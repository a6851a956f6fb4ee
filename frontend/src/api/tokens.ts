/** The access token: it lives in this module only, and is renewed by a cookie no script can read. */
import { ApiError, isApiError } from './errors'
import type { TokenSchema } from './schema'
import { alone, listen, tell } from './tabs'
import { send } from './transport'

export const API = '/api/v1'
export const CLIENT = { 'X-Kwai-Client': 'web' }
/** No secret: it spares visitors who never logged in a refresh that must fail. */
const HINT = 'kwai.session'
const EARLY_MS = 20_000
const MESSAGE_MS = 1_000

export type Ending = 'logout' | 'ended'

interface Held {
  token: string
  subject: string
  until: number
}

let held: Held | null = null
let renewing: Promise<string> | null = null
const endings = new Set<(why: Ending) => void>()
const beginnings = new Set<(subject: string) => void>()
const doubts = new Set<() => void>()

/** A session ended: logged out here or in another tab, or refused by the server. */
export function onEnding(hear: (why: Ending) => void): () => void {
  endings.add(hear)
  return () => endings.delete(hear)
}

/** Somebody is logged in; called again when it is somebody else. */
export function onBeginning(hear: (subject: string) => void): () => void {
  beginnings.add(hear)
  return () => beginnings.delete(hear)
}

/** Something was refused: what is known of the user may be old. */
export function onDoubt(hear: () => void): () => void {
  doubts.add(hear)
  return () => doubts.delete(hear)
}

export function doubt(): void {
  if (held) for (const hear of doubts) hear()
}

export function currentSubject(): string | null {
  return held?.subject ?? null
}

export function mayHaveSession(): boolean {
  return held !== null || readHint()
}

/**
 * The token for the next request: null for a visitor, a fresh one when the old one ends soon.
 *
 * When it cannot be renewed, the request itself will tell what is wrong.
 */
export async function tokenToSend(): Promise<string | null> {
  if (held && held.until - Date.now() > EARLY_MS) return held.token
  if (held || renewing) await renew().catch(() => undefined)
  return held?.token ?? null
}

/**
 * Renew the token: once in this tab, one tab at a time.
 *
 * Throws an ApiError: `unauthorized` when there is no session any more.
 */
export function renew(): Promise<string> {
  renewing ??= renewAlone().finally(() => {
    renewing = null
  })
  return renewing
}

export function take(answer: TokenSchema): void {
  hold(answer.access_token)
  tell({ kind: 'token', token: answer.access_token })
}

export function forget(why: Ending): void {
  drop(why)
  tell({ kind: why })
}

/** For tests: a module that was never used. */
export function reset(): void {
  held = null
  renewing = null
}

async function renewAlone(): Promise<string> {
  const old = held
  return alone(async (waited) => {
    if (waited) await message(old)
    // Another tab has renewed it while this one asked for the lock, whether it had to wait or not.
    if (held && held !== old) return held.token
    const request = new Request(`${API}/auth/access_token`, { method: 'POST', headers: CLIENT })
    try {
      const response = await send(request)
      take((await response.json()) as TokenSchema)
    } catch (error) {
      if (isApiError(error, 'unauthorized') || isApiError(error, 'forbidden')) forget('ended')
      throw error
    }
    if (!held) throw new ApiError('unauthorized')
    return held.token
  })
}

// A lock may be granted before the message of its last holder has arrived.
async function message(old: Held | null): Promise<void> {
  if (held !== old) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, MESSAGE_MS)
    const stop = listen(end)
    function end(): void {
      clearTimeout(timer)
      stop()
      resolve()
    }
  })
}

function hold(token: string): void {
  const claims = readClaims(token)
  // The lifetime counts, not the end: the clock of this computer may be wrong.
  const until = Date.now() + (claims.exp - claims.iat) * 1000
  const isOther = held?.subject !== claims.sub
  held = { token, subject: claims.sub, until }
  writeHint(true)
  if (isOther) for (const hear of beginnings) hear(claims.sub)
}

function drop(why: Ending): void {
  const had = mayHaveSession()
  held = null
  writeHint(false)
  if (had) for (const hear of endings) hear(why)
}

listen((heard) => {
  if (heard.kind === 'token') hold(heard.token)
  else drop(heard.kind)
})

function readClaims(token: string): { sub: string; iat: number; exp: number } {
  const [, payload = ''] = token.split('.')
  return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as never
}

function readHint(): boolean {
  try {
    return localStorage.getItem(HINT) !== null
  } catch {
    return true
  }
}

function writeHint(isKnown: boolean): void {
  try {
    if (isKnown) localStorage.setItem(HINT, '1')
    else localStorage.removeItem(HINT)
  } catch {
    // Without storage every visit asks the server.
  }
}
