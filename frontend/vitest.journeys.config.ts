import { fileURLToPath, URL } from 'node:url'

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const MINUTE_MS = 60_000

/** By itself vitest begins with what took longest, so that no two runs were the same. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
  }
}

/** Journeys through a running club; backend/tests/browser starts it and them. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['tests/journeys/*.journey.ts'],
    // They share one club: one after the other, in the order of their names.
    fileParallelism: false,
    sequence: { sequencer: ByName },
    expect: { poll: { timeout: MINUTE_MS / 2, interval: 50 } },
    testTimeout: 3 * MINUTE_MS,
    hookTimeout: MINUTE_MS,
    bail: 0,
  },
})
