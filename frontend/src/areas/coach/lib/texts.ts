/** The texts of a training while they are edited: one per language of the club, empty or not. */
import type { TextContent, TextContentWrite } from '@/api/schema'

export interface EditedText {
  locale: string
  format: 'md' | 'html'
  title: string
  summary: string
  content: string
}

/** The languages of the club first, then those of texts that are there already. */
export function toEdited(contents: readonly TextContent[], locales: readonly string[]): EditedText[] {
  const all = [...new Set([...locales, ...contents.map(({ locale }) => locale)])]
  return all.map((locale) => {
    const known = contents.find((each) => each.locale === locale)
    return {
      locale,
      format: known?.format ?? 'md',
      title: known?.title ?? '',
      summary: known?.summary ?? '',
      content: known?.content ?? '',
    }
  })
}

/** What is stored: texts that say something. */
export function toWritten(texts: readonly EditedText[]): TextContentWrite[] {
  return texts.filter((text) => text.title.trim() || text.content.trim() || text.summary.trim())
}
