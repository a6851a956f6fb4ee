import { ref } from 'vue'
import type { Router } from 'vue-router'

const KEY = 'kwai.reloaded'
const PAUSE_MS = 10_000
const LOAD_FAILURE = /dynamically imported module|Importing a module script failed|error loading dynamically|preload CSS/i

/** The first page could not be loaded: there is none to stay on. */
export const hasNoPage = ref(false)

export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && LOAD_FAILURE.test(error.message)
}

/**
 * A page whose files cannot be loaded: after a new release they have other names, and the page is
 * opened anew; without a connection `tell` says so, and one stays where one is.
 */
export function installMissingFiles(router: Router, tell: () => void): void {
  router.onError((error, to) => {
    if (!isLoadFailure(error)) return
    if (navigator.onLine && !wasReloaded(to.fullPath)) {
      globalThis.location.assign(to.fullPath)
      return
    }
    hasNoPage.value = router.currentRoute.value.matched.length === 0
    if (!hasNoPage.value) tell()
  })
}

// Twice in a row helps no more than once.
function wasReloaded(path: string): boolean {
  try {
    const [last, at] = (sessionStorage.getItem(KEY) ?? '').split('|')
    sessionStorage.setItem(KEY, `${path}|${Date.now()}`)
    return last === path && Date.now() - Number(at) < PAUSE_MS
  } catch {
    return true
  }
}
