import { describe, expect, it } from 'vitest'

import type { GeneratedDay } from '@/api/schema'

import { byDefinition, onlyOutcomes } from './plan'

function day(definition: string, date: string, outcome: GeneratedDay['outcome']): GeneratedDay {
  return {
    definition: { type: 'training_definitions', id: definition },
    name: `Group ${definition}`,
    date,
    start_date: `${date}T16:00:00Z`,
    end_date: `${date}T17:30:00Z`,
    outcome,
    closure: null,
    clashes: [],
  }
}

const DAYS = [
  day('2', '2026-09-01', 'created'),
  day('2', '2026-09-08', 'closed'),
  day('1', '2026-09-02', 'created'),
  day('2', '2026-09-15', 'created'),
]

describe('the preview of a season', () => {
  it('gathers days by definition and counts what happens', () => {
    const planned = byDefinition(DAYS)

    expect(planned.map(({ id, days, counts }) => [id, days.length, counts.created, counts.closed])).toEqual([
      ['2', 3, 2, 1],
      ['1', 1, 1, 0],
    ])
  })

  it('shows everything until somebody chooses', () => {
    expect(onlyOutcomes(DAYS, new Set())).toHaveLength(4)
    expect(onlyOutcomes(DAYS, new Set(['closed'])).map(({ date }) => date)).toEqual(['2026-09-08'])
  })
})
