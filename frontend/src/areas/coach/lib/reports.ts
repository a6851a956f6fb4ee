/** What the server tells in the meta of its answers. */

export interface ToldTraining {
  training: { type: string; id: string }
  title: string
  start_date: string
  end_date: string
  location: string
  occurrence_date: string | null
}

/** What a changed definition did to its trainings. */
export interface Applied {
  changed: ToldTraining[]
  left_alone: (ToldTraining & { kept: string[]; reason: string })[]
}

/** What a closure does to trainings. */
export interface Effect {
  dry_run: boolean
  cancelled: ToldTraining[]
  restored: ToldTraining[]
  reassigned: ToldTraining[]
}

export function appliedOf(document: unknown): Applied | undefined {
  const meta = metaOf(document)
  return Array.isArray(meta.changed) && Array.isArray(meta.left_alone) ? (meta as unknown as Applied) : undefined
}

export function effectOf(document: unknown): Effect | undefined {
  const meta = metaOf(document)
  return Array.isArray(meta.cancelled) && Array.isArray(meta.restored) ? (meta as unknown as Effect) : undefined
}

export function hasEffect(effect: Effect): boolean {
  return effect.cancelled.length + effect.restored.length + effect.reassigned.length > 0
}

function metaOf(document: unknown): Record<string, unknown> {
  return (document as { meta?: Record<string, unknown> } | undefined)?.meta ?? {}
}
