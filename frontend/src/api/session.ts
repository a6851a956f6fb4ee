/** Who is logged in, for everybody: one state, whatever component looks at it. */
import { computed, readonly, ref } from 'vue'

import { api } from './client'
import { isApiError } from './errors'
import { type Entity, resolve } from './resolve'
import type { UserAccount } from './schema'
import {
  API,
  CLIENT,
  currentSubject,
  forget,
  mayHaveSession,
  onBeginning,
  onDoubt,
  onEnding,
  renew,
  take,
} from './tokens'
import { send } from './transport'

export type Role = 'user' | 'coach' | 'author' | 'admin'
export type SessionStatus = 'unknown' | 'anonymous' | 'user'
export type User = Entity<UserAccount>

/** Roles that are known for longer are asked for again, where they matter. */
const OLD_MS = 30_000

const user = ref<User | null>(null)
const status = ref<SessionStatus>('unknown')
const roles = computed<readonly string[]>(() => user.value?.roles ?? [])
let restoring: Promise<void> | null = null
let reading: Promise<User> | null = null
let readAt = 0

export const session = {
  user: readonly(user),
  status: readonly(status),
  roles,
  isLoggedIn: computed(() => status.value === 'user'),
  can,
  restore,
  login,
  logout,
  /** The profile was changed. */
  update: (changed: User) => {
    user.value = changed
  },
}

/** An admin may do all; `user` is everybody who is logged in. */
export function can(role: Role): boolean {
  if (status.value !== 'user') return false
  return role === 'user' || roles.value.includes(role) || roles.value.includes('admin')
}

/**
 * Learn at the start who it is; afterwards this does nothing.
 *
 * Without a connection it throws, and the next call tries again: somebody offline is not logged out.
 */
export async function restore(): Promise<void> {
  if (status.value !== 'unknown') return
  restoring ??= restoreOnce().finally(() => {
    restoring = null
  })
  await restoring
}

/** Ask again who it is when that is not fresh; what is known is good until the answer comes. */
export function recheck(): void {
  if (status.value === 'user' && Date.now() - readAt > OLD_MS) void readUser().catch(() => undefined)
}

export async function login(username: string, password: string): Promise<User> {
  const answer = await api.form('/auth/login', { username, password })
  take(answer)
  return readUser()
}

/** The session ends on the server first: without a connection nobody is told that it did. */
export async function logout(): Promise<void> {
  const kept = keepPreferences()
  const request = new Request(`${globalThis.location.origin}${API}/auth/logout`, {
    method: 'POST',
    headers: CLIENT,
  })
  try {
    await send(request)
  } catch (error) {
    // It had ended already.
    if (!isApiError(error, 'unauthorized') && !isApiError(error, 'notFound')) throw error
  }
  kept()
  forget('logout')
}

async function restoreOnce(): Promise<void> {
  if (!mayHaveSession()) {
    status.value = 'anonymous'
    return
  }
  try {
    if (currentSubject() === null) await renew()
    await readUser()
  } catch (error) {
    if (!isApiError(error, 'unauthorized') && !isApiError(error, 'forbidden')) throw error
    status.value = 'anonymous'
  }
}

function readUser(): Promise<User> {
  reading ??= readUserOnce().finally(() => {
    reading = null
  })
  return reading
}

async function readUserOnce(): Promise<User> {
  const found = resolve(await api.get('/auth/user'))
  user.value = found
  status.value = 'user'
  readAt = Date.now()
  return found
}

// The answer to a logout clears the storage of the whole site: theme and language stay as chosen.
function keepPreferences(): () => void {
  const own = Object.keys(localStorage).filter((name) => name.startsWith('kwai.'))
  const kept = own.map((name) => [name, localStorage.getItem(name) ?? ''] as const)
  return () => {
    for (const [name, value] of kept) localStorage.setItem(name, value)
  }
}

onEnding(() => {
  user.value = null
  status.value = 'anonymous'
})

// A role may have been given or taken meanwhile: menus and guards follow.
onDoubt(() => {
  if (status.value === 'user') void readUser().catch(() => undefined)
})

onBeginning((subject) => {
  // In another tab, or after a start without a connection.
  if (user.value?.id !== subject) void readUser().catch(() => undefined)
})
