import { describe, expect, it } from 'vitest'

import { loggedValues, partsOf, readChanges } from './changes'

const training = {
  uuid: { before: null, after: 'x' },
  start_date: { before: null, after: '2026-11-25 13:00:00.000000' },
  remark: { before: null, after: '' },
  training_contents: { added: [{ locale: 'nl', title: 'Stage', html_content: 'changed' }] },
  training_coaches: { added: [{ training_id: 4, coach_id: 7, position: 0 }] },
}

describe('readChanges', () => {
  it('leaves out bookkeeping, and what was empty and still is', () => {
    const changes = { version: { before: 1, after: 2 }, remark: { before: '', after: null }, name: { before: 'a', after: 'b' } }

    expect(readChanges(changes)).toEqual([
      { label: 'name', change: { field: 'name', before: 'a', after: 'b' } },
    ])
  })

  it('tells of a secret only that it changed', () => {
    expect(readChanges({ password: 'changed' })).toEqual([{ label: 'password' }])
  })

  it('names what was added and removed by what it is about', () => {
    const rows = readChanges({ training_coaches: { added: [{ coach_id: 4 }], removed: [{ coach_id: 1 }] } })

    expect(rows).toEqual([
      { label: 'training_coaches', change: { field: 'coach_id', before: 1, after: null } },
      { label: 'training_coaches', change: { field: 'coach_id', before: null, after: 4 } },
    ])
  })

  it('opens a part that changed, but for what is made of another field', () => {
    const changed = [{ title: ['Old', 'New'], content: 'changed', html_content: 'changed', user_id: [1, 2] }]

    expect(readChanges({ page_contents: { changed } })).toEqual([
      { label: 'title', change: { field: 'title', before: 'Old', after: 'New' } },
      { label: 'content' },
    ])
  })
})

it('gives the values of what was created, and of what was deleted', () => {
  const deleted = { name: { before: 'U11', after: null } }

  expect(loggedValues(training, 'created').start_date).toBe('2026-11-25 13:00:00.000000')
  expect(loggedValues(deleted, 'deleted').name).toBe('U11')
})

it('finds the rows that belong to a thing', () => {
  expect(partsOf(training)).toEqual([
    { locale: 'nl', title: 'Stage', html_content: 'changed' },
    { training_id: 4, coach_id: 7, position: 0 },
  ])
})
