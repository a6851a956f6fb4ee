/** What was typed and not saved yet: it outlives a reload and an ended session, in this tab only. */
import { session } from '@/api/session'

const PREFIX = 'kwai.draft.'
const OWNER = 'kwai.draft-owner'

export interface Draft {
  values: Record<string, unknown>
  /** What it was based on: drafts of an older version are a conflict, not a surprise. */
  base: Record<string, unknown>
}

/** A draft of somebody else who used this tab is thrown away, not shown. */
export function readDraft(key: string): Draft | null {
  try {
    forgetOthers()
    const text = sessionStorage.getItem(PREFIX + key)
    return text ? (JSON.parse(text) as Draft) : null
  } catch {
    return null
  }
}

/** False when there is no room for it: then it is only kept on the screen. */
export function writeDraft(key: string, draft: Draft): boolean {
  try {
    forgetOthers()
    sessionStorage.setItem(PREFIX + key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key)
  } catch {
    return
  }
}

function forgetOthers(): void {
  const user = session.user.value?.id
  if (!user || sessionStorage.getItem(OWNER) === user) return
  const drafts = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX))
  for (const name of drafts) sessionStorage.removeItem(name)
  sessionStorage.setItem(OWNER, user)
}
