import { describe, expect, it } from 'vitest'

import { byDay, namesOf, type ShownTraining, titleOf } from './trainings'

function training(values: object): ShownTraining {
  return { type: 'trainings', id: '7', contents: [], ...values } as unknown as ShownTraining
}

const dutch = { locale: 'nl', title: 'Stage met Ann' }
const weekly = { type: 'training_definitions', id: '1', resource: { name: 'U15' } }

describe('titleOf', () => {
  it('takes its own title before that of the weekly training', () => {
    expect(titleOf(training({ contents: [dutch], definition: weekly }), 'nl')).toBe('Stage met Ann')
  })

  it('is called after the weekly training when its own title is empty', () => {
    const untitled = training({ contents: [{ ...dutch, title: '' }], definition: weekly })

    expect(titleOf(untitled, 'nl')).toBe('U15')
  })

  it('still has a name when nothing names it', () => {
    expect(titleOf(training({ definition: null }), 'nl')).toBe('#7')
  })
})

describe('namesOf', () => {
  it('leaves out who was not included', () => {
    expect(namesOf([{ resource: { name: 'Ann' } }, {}, { resource: { name: 'Bo' } }])).toBe('Ann, Bo')
  })

  it('has no names of links that were not asked for', () => {
    expect(namesOf(undefined)).toBe('')
  })
})

describe('byDay', () => {
  it('puts trainings of one day together and keeps their order', () => {
    const at = (id: string, start: string) => training({ id, event: { start_date: start } })
    const days = byDay(
      [
        at('1', '2026-11-16T17:00:00Z'),
        at('2', '2026-11-16T18:00:00Z'),
        at('3', '2026-11-17T17:00:00Z'),
      ],
      (moment) => moment.slice(0, 10),
    )

    const ids = [...days].map(([day, found]) => [day, found.map(({ id }) => id)])
    expect(ids).toEqual([
      ['2026-11-16', ['1', '2']],
      ['2026-11-17', ['3']],
    ])
  })
})
