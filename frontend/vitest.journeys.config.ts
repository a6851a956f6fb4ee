import { fileURLToPath, URL } from 'node:url'

import { defineConfig } from 'vitest/config'

const MINUTE_MS = 60_000

/** Journeys through a running club; backend/tests/browser starts it and them. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['tests/journeys/*.journey.ts'],
    // They share one club: one after the other, in the order of their names.
    fileParallelism: false,
    sequence: { shuffle: false },
    testTimeout: 3 * MINUTE_MS,
    hookTimeout: MINUTE_MS,
    bail: 0,
  },
})
