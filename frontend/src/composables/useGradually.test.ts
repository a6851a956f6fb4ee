import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'

import { useGradually } from './useGradually'

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, n) => String(from + n))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function gradually(count: number) {
  const items = ref(rows(count))
  const slices = effectScope().run(() => useGradually(() => items.value, (row) => row))
  return { items, shown: () => slices?.value.flat() ?? [] }
}

async function frames(): Promise<void> {
  await vi.advanceTimersByTimeAsync(500)
  await nextTick()
}

it('shows a short list at once', () => {
  expect(gradually(20).shown()).toEqual(rows(20))
})

it('shows what fits on a screen first, and in the end everything in its order', async () => {
  const { shown } = gradually(60)
  const first = shown()

  await frames()

  expect(first).toEqual(rows(25))
  expect(shown()).toEqual(rows(60))
})

it('stays whole when the same list is read again, and begins anew with another one', async () => {
  const { items, shown } = gradually(60)
  await frames()

  items.value = rows(59)
  await nextTick()
  const again = shown().length
  items.value = rows(60, 1000)
  await nextTick()

  expect([again, shown().length]).toEqual([59, 25])
})
