/** Who may enter which page, and where somebody goes on after a session ended. */
import { watch } from 'vue'
import type { RouteLocationRaw, Router } from 'vue-router'

import { can, recheck, restore, session } from './session'
import { onEnding } from './tokens'

export const LOGIN = '/auth/login'
const LOGGED_OUT = '/auth/logged-out'

export function installSession(router: Router): void {
  router.beforeEach(async (to) => {
    const role = to.meta.role
    const known = restore().catch(() => undefined)
    // A public page does not wait for who reads it.
    if (!role) return true
    await known
    // There is no connection: the page itself says so, and offers to try again.
    if (session.status.value === 'unknown') return true
    if (!session.isLoggedIn.value) return toLogin(to.fullPath)
    recheck()
    return can(role) || toForbidden(role, to.fullPath)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') recheck()
  })
  watch(session.roles, () => {
    const { role } = router.currentRoute.value.meta
    if (!role || !session.isLoggedIn.value || can(role)) return
    void router.replace(toForbidden(role, router.currentRoute.value.fullPath))
  })
  onEnding((why) => {
    const here = router.currentRoute.value
    if (!here.meta.role) return
    void router.push(why === 'logout' ? LOGGED_OUT : toLogin(here.fullPath, true))
  })
}

/** Only a path of this site: a link must not lead a freshly logged in user elsewhere. */
export function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || !next.startsWith('/')) return null
  // The browser reads a backslash as a slash, and two slashes as another host.
  return /^\/[/\\]/.test(next) || /[\u0000-\u001f]/.test(next) || next.startsWith('/auth/') ? null : next
}

function toForbidden(role: string, from: string): RouteLocationRaw {
  return { name: 'forbidden', query: { role, from } }
}

function toLogin(next: string, isEnded = false): RouteLocationRaw {
  return { path: LOGIN, query: { next, ...(isEnded && { ended: '1' }) } }
}
