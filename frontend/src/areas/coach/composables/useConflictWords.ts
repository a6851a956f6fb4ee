import { useI18n } from 'vue-i18n'

import type { Option } from '@/components/options'
import { useClubTime } from '@/composables/useClubTime'

type Choices = Record<string, () => readonly Option[]>

/** How a form of this area tells a conflict: fields by their label, links and days by their name. */
export function useConflictWords(names: Readonly<Record<string, string>>, choices: Choices = {}) {
  const { t } = useI18n()
  const time = useClubTime()

  function labels(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(names).map(([name, field]) => [name, t(`coach.fields.${field}`)]),
    )
  }

  function show(name: string, value: unknown): string {
    if (value === '' || value === null || value === undefined) return '–'
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    if (Array.isArray(value)) return value.map((each) => showOne(name, each)).filter(Boolean).join(', ') || '–'
    return showOne(name, value)
  }

  function showOne(name: string, value: unknown): string {
    if (typeof value === 'object' && value !== null) {
      const { title = '', content = '' } = value as { title?: string; content?: string }
      return [title, content].filter(Boolean).join(': ')
    }
    const text = String(value)
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return time.day(text)
    return choices[name]?.().find((option) => option.value === text)?.label ?? text
  }

  return { labels, show }
}
