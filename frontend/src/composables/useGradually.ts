import { computed, type ComputedRef, ref, watch } from 'vue'

const SLICE = 25

/**
 * A long list in slices: what a screen can show at once, the others one after each painted frame.
 *
 * In the end every row is there, as printing, searching in the page and screen readers need it.
 */
export function useGradually<T>(
  items: () => readonly T[],
  keyOf: (item: T) => string,
): ComputedRef<readonly (readonly T[])[]> {
  const slices = computed(() => slicesOf(items()))
  const count = ref(isReturning() ? Infinity : 1)
  let isWaiting = false

  function showMore(): void {
    isWaiting = false
    count.value += 1
  }
  function proceed(): void {
    if (isWaiting || count.value >= slices.value.length) return
    isWaiting = true
    // After the frame, not in it: what was added before is painted first.
    requestAnimationFrame(() => setTimeout(showMore, 0))
  }

  watch(items, (now, before) => {
    if (!isSameList(now, before, keyOf)) count.value = 1
  })
  watch([slices, count], proceed, { immediate: true, flush: 'post' })
  return computed(() => slices.value.slice(0, count.value))
}

function slicesOf<T>(items: readonly T[]): T[][] {
  const starts = Array.from({ length: Math.ceil(items.length / SLICE) }, (_, n) => n * SLICE)
  return starts.map((start) => items.slice(start, start + SLICE))
}

/** Read again, with something added, changed or removed: whoever looks at it stays where they are. */
function isSameList<T>(now: readonly T[], before: readonly T[], keyOf: (item: T) => string): boolean {
  return [0, -1].some((end) => {
    const [one, other] = [now.at(end), before.at(end)]
    return one !== undefined && other !== undefined && keyOf(one) === keyOf(other)
  })
}

/** The back button goes to where one was in the list: that has to be there at once. */
function isReturning(): boolean {
  const { scroll } = (history.state ?? {}) as { scroll?: { top?: number } | null }
  return (scroll?.top ?? 0) > window.innerHeight
}
