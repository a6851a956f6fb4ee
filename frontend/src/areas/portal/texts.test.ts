import { describe, expect, it } from 'vitest'

import { pickText } from './texts'

const text = (locale: string) => ({
  locale,
  format: 'md' as const,
  title: locale,
  summary: '',
  content: '',
  html_summary: '',
  html_content: '',
})

describe('pickText', () => {
  it('takes the language of the reader', () => {
    expect(pickText([text('nl'), text('fr')], 'fr')?.title).toBe('fr')
  })

  it('falls back to what the server puts first', () => {
    expect(pickText([text('nl'), text('en')], 'fr')?.title).toBe('nl')
  })

  it('has nothing of nothing', () => {
    expect(pickText([], 'nl')).toBeUndefined()
  })
})
