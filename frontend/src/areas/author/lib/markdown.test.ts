import { describe, expect, it } from 'vitest'

import { mark } from './markdown'

function marked(text: string, selected: string, kind: Parameters<typeof mark>[1]) {
  const start = text.indexOf(selected)
  const result = mark({ text, start, end: start + selected.length }, kind)
  return [result.text, result.text.slice(result.start, result.end)]
}

describe('mark', () => {
  it.each([
    ['bold', 'ko **uchi** gari', 'uchi'],
    ['italic', 'ko *uchi* gari', 'uchi'],
    ['link', 'ko [uchi](https://) gari', 'https://'],
  ] as const)('makes %s of what is selected', (kind, text, selected) => {
    expect(marked('ko uchi gari', 'uchi', kind)).toEqual([text, selected])
  })

  it('marks whole lines, from the start of the first', () => {
    expect(marked('a\nb c\nd', 'c\nd', 'list')).toEqual(['a\n- b c\n- d', 'b c\n- d'])
    expect(marked('title', 'tle', 'heading')).toEqual(['## title', 'title'])
  })
})
