import type { TextContent } from '@/api/schema'

/** The text in the language of the reader; else the one that the server puts first. */
export function pickText(contents: readonly TextContent[], language: string): TextContent | undefined {
  return contents.find((text) => text.locale === language) ?? contents[0]
}
