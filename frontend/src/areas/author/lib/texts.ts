import type { TextContent, TextContentWrite } from '@/api/schema'
import { isLanguage, LANGUAGES } from '@/i18n'

/** The text of one language while it is written. */
export interface WrittenText {
  format: 'md' | 'html'
  title: string
  summary: string
  content: string
}

export type WrittenTexts = Record<string, WrittenText>

const FIELDS = ['title', 'summary', 'content'] as const

export function emptyText(): WrittenText {
  return { format: 'md', title: '', summary: '', content: '' }
}

/** Every language of the club has a text to write in, and so has one that the club gave up. */
export function readTexts(contents: readonly TextContent[], locales: readonly string[]): WrittenTexts {
  const texts = Object.fromEntries(locales.map((locale) => [locale, emptyText()]))
  for (const { locale, format, title, summary, content } of contents) {
    texts[locale] = { format, title, summary, content }
  }
  return texts
}

export function isWritten(text: WrittenText): boolean {
  return FIELDS.some((field) => text[field].trim() !== '')
}

/** What is sent: only the languages in which something stands. */
export function writeTexts(texts: WrittenTexts): TextContentWrite[] {
  return writtenLocales(texts).map((locale) => ({ locale, ...(texts[locale] ?? emptyText()) }))
}

/** The languages in the order in which they are sent: errors name a text by its place. */
export function writtenLocales(texts: WrittenTexts): string[] {
  return Object.keys(texts).filter((locale) => isWritten(texts[locale] ?? emptyText()))
}

/** A written text without a title, '' when there is none. */
export function untitledLocale(texts: WrittenTexts): string {
  return writtenLocales(texts).find((locale) => !texts[locale]?.title.trim()) ?? ''
}

/** The name of a language in itself. */
export function nameOf(locale: string): string {
  if (isLanguage(locale)) return LANGUAGES[locale]
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
