import { describe, expect, it } from 'vitest'

import { toEdited, toWritten } from './texts'

const FRENCH = {
  locale: 'fr',
  format: 'md' as const,
  title: 'Judo',
  summary: '',
  content: 'Au tapis',
  html_summary: '',
  html_content: '<p>Au tapis</p>',
}

describe('texts of a training', () => {
  it('offers every language of the club, and those that are there', () => {
    const edited = toEdited([FRENCH], ['nl', 'en'])

    expect(edited.map(({ locale, title }) => [locale, title])).toEqual([
      ['nl', ''],
      ['en', ''],
      ['fr', 'Judo'],
    ])
  })

  it('stores what says something, and nothing that was rendered', () => {
    const written = toWritten(toEdited([FRENCH], ['nl', 'fr']))

    expect(written).toEqual([
      { locale: 'fr', format: 'md', title: 'Judo', summary: '', content: 'Au tapis' },
    ])
  })
})
