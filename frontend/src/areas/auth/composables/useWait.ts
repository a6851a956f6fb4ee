import { useIntervalFn } from '@vueuse/core'
import { computed, ref, watch } from 'vue'

import type { ApiError } from '@/api/errors'

const SECOND_MS = 1_000
const USUAL_SECONDS = 60

/** How long the server wants one to wait; counts down to zero. */
export function useWait(problem: () => ApiError | null) {
  const until = ref(0)
  const now = ref(Date.now())
  const ticking = useIntervalFn(() => (now.value = Date.now()), SECOND_MS, { immediate: false })
  const seconds = computed(() => Math.max(0, Math.ceil((until.value - now.value) / SECOND_MS)))

  watch(problem, (error) => {
    if (error?.kind !== 'throttled') return
    now.value = Date.now()
    until.value = now.value + (error.retryAfter ?? USUAL_SECONDS) * SECOND_MS
    ticking.resume()
  })
  watch(seconds, (left) => left === 0 && ticking.pause())

  const clock = computed(() => {
    const minutes = Math.floor(seconds.value / 60)
    return `${minutes}:${String(seconds.value % 60).padStart(2, '0')}`
  })
  return { seconds, clock, isWaiting: computed(() => seconds.value > 0) }
}
