import type { Ref } from 'vue'

import type { Option } from '@/components/options'
import { useClubTime } from '@/composables/useClubTime'

import { isWritten, type WrittenText } from '../lib/texts'

const MOMENTS = new Set(['publish', 'end', 'promotionEnd'])

/** Writes what is no plain text for the one who has to choose between two values. */
export function useShownValues(sections: Readonly<Ref<readonly Option[]>>) {
  const { fromInput, moment } = useClubTime()

  return (name: string, value: unknown): string | undefined => {
    if (name.startsWith('contents.')) return showText(value as WrittenText | undefined)
    if (name === 'application') return sections.value.find((each) => each.value === value)?.label
    const at = MOMENTS.has(name) ? fromInput(value as string) : null
    return at === null ? undefined : moment(at)
  }
}

function showText(text: WrittenText | undefined): string | undefined {
  if (!text || !isWritten(text)) return undefined
  return [text.title, text.summary, text.content].filter(Boolean).join('\n\n')
}
