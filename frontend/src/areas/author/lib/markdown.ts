/** What the buttons above a text do to the selection. */

export interface Selection {
  text: string
  start: number
  end: number
}

export type Mark = 'bold' | 'italic' | 'heading' | 'list' | 'quote' | 'link'

const AROUND: Partial<Record<Mark, string>> = { bold: '**', italic: '*' }
const BEFORE_LINES: Partial<Record<Mark, string>> = { heading: '## ', list: '- ', quote: '> ' }
const ADDRESS = 'https://'

export function mark({ text, start, end }: Selection, kind: Mark): Selection {
  const selected = text.slice(start, end)
  const around = AROUND[kind]
  if (around !== undefined) return put(text, start, end, around + selected + around, around.length)
  const prefix = BEFORE_LINES[kind]
  if (prefix !== undefined) return prefixLines(text, start, end, prefix)
  const link = `[${selected}](${ADDRESS})`
  // The address is what is typed next.
  const typed = start + selected.length + 3
  return { text: text.slice(0, start) + link + text.slice(end), start: typed, end: typed + ADDRESS.length }
}

function put(text: string, start: number, end: number, marked: string, inset: number): Selection {
  return {
    text: text.slice(0, start) + marked + text.slice(end),
    start: start + inset,
    end: start + marked.length - inset,
  }
}

function prefixLines(text: string, start: number, end: number, prefix: string): Selection {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const lines = text.slice(from, end).split('\n')
  const marked = lines.map((line) => prefix + line).join('\n')
  const result = text.slice(0, from) + marked + text.slice(end)
  return { text: result, start: from + prefix.length, end: from + marked.length }
}
