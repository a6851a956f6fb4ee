import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onBeforeUnmount, watch } from 'vue'

import { type Draft, forgetDraft, readDraft, writeDraft } from './drafts'
import { type FormValues, isEqual } from './values'

const PAUSE_MS = 300

interface DraftOptions<V> {
  key: () => string | undefined
  values: V
  base: () => V
  isDirty: () => boolean
  /** Never kept. */
  secret: readonly string[]
}

/** Keeps what is typed while it is typed; the form decides when it comes back. */
export function useDraft<V extends object>(options: DraftOptions<V>) {
  const { values, base } = options
  let isLeft = false

  function keep(): void {
    const key = options.key()
    // A pause that ends later must not bring back what was saved or thrown away meanwhile.
    if (!key || isLeft) return
    if (options.isDirty()) writeDraft(key, { values: open(values), base: open(base()) })
    else forgetDraft(key)
  }

  function open(from: V): FormValues {
    return Object.fromEntries(
      Object.entries(from).filter(([name]) => !options.secret.includes(name)),
    )
  }

  const keepSoon = useDebounceFn(keep, PAUSE_MS)
  watch(values, () => void keepSoon())
  // An ended session or a reload does not wait for the end of a pause.
  useEventListener(window, 'pagehide', keep)
  onBeforeUnmount(() => {
    keep()
    isLeft = true
  })

  return {
    /** What was typed before and is not what is shown already. */
    read(): Draft | null {
      const key = options.key()
      const draft = key ? readDraft(key) : null
      return draft && !isEqual(draft.values, open(base())) ? draft : null
    },
    isBasedOn: (draft: Draft) => isEqual(draft.base, open(base())),
    forget(): void {
      const key = options.key()
      if (key) forgetDraft(key)
    },
  }
}
