import { describe, expect, it } from 'vitest'

import { nameOf, readTexts, untitledLocale, writeTexts, writtenLocales } from './texts'

const dutch = {
  locale: 'nl',
  format: 'html' as const,
  title: 'Opendeurdag',
  summary: 'Kom',
  content: '<p>Kom</p>',
  html_summary: '<p>Kom</p>',
  html_content: '<p>Kom</p>',
}

describe('texts', () => {
  it('come back as they were sent', () => {
    const texts = readTexts([dutch], ['en', 'nl'])

    expect(writeTexts(texts)).toEqual([
      { locale: 'nl', format: 'html', title: 'Opendeurdag', summary: 'Kom', content: '<p>Kom</p>' },
    ])
  })

  it('keep a language that the club no longer has', () => {
    expect(Object.keys(readTexts([dutch], ['en']))).toEqual(['en', 'nl'])
  })

  it('leave out what holds nothing but blanks', () => {
    const texts = readTexts([dutch], ['en', 'nl'])
    texts.en = { format: 'md', title: ' ', summary: '', content: '\n' }

    expect(writtenLocales(texts)).toEqual(['nl'])
  })

  it('name the one that lacks a title', () => {
    const texts = readTexts([dutch], ['en', 'nl'])
    texts.en = { format: 'md', title: '', summary: 'Come', content: '' }

    expect(untitledLocale(texts)).toBe('en')
    expect(untitledLocale(readTexts([dutch], ['en']))).toBe('')
  })
})

it('names every language in itself', () => {
  expect(['nl', 'fr', 'de'].map(nameOf)).toEqual(['Nederlands', 'Français', 'Deutsch'])
})
