/** Where a story stands; the server decides by the same rule (docs/how-to/write-news.md). */

export type StoryState = 'draft' | 'planned' | 'active' | 'ended'

export interface Publication {
  enabled: boolean
  priority: number
  publish_date: string
  end_date: string | null
  promotion_end_date: string | null
}

export const TONES = { draft: 'neutral', planned: 'info', active: 'ok', ended: 'warn' } as const

export function stateOf(story: Publication, now: Date): StoryState {
  if (!story.enabled) return 'draft'
  if (story.end_date !== null && new Date(story.end_date) <= now) return 'ended'
  return new Date(story.publish_date) > now ? 'planned' : 'active'
}

export function isPromoted(story: Publication, now: Date): boolean {
  const hasEnded = story.promotion_end_date !== null && new Date(story.promotion_end_date) <= now
  return story.priority > 0 && !hasEnded && stateOf(story, now) === 'active'
}
