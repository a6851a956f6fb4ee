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

export interface Step {
  key: 'publish' | 'promotionEnd' | 'end'
  at: string | null
}

/** What happens to it, in the order in which it comes; what never happens is last. */
export function stepsOf(story: Publication): Step[] {
  const steps: Step[] = [
    { key: 'publish', at: story.publish_date },
    { key: 'promotionEnd', at: story.promotion_end_date },
    { key: 'end', at: story.end_date },
  ]
  return steps
    .filter((step) => step.key !== 'promotionEnd' || story.priority > 0)
    .sort((one, other) => (one.at === other.at ? 0 : momentOf(one) - momentOf(other)))
}

function momentOf({ at }: Step): number {
  return at === null ? Infinity : Date.parse(at)
}
