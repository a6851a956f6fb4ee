import type { WrittenText } from './texts'

/** Write a value for the one who has to choose between two. */
export function showValue(_: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value !== 'object') return String(value)
  return Object.entries(value as Record<string, WrittenText>)
    .filter(([, text]) => text.title || text.content)
    .map(([locale, text]) => [locale.toUpperCase(), text.title, text.summary, text.content].join('\n'))
    .join('\n\n')
}
