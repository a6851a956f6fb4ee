import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

import { ref as linkTo } from '@/api/resolve'
import type { TextContent } from '@/api/schema'
import { useClub } from '@/composables/useClub'
import type { ResourceState } from '@/composables/useResource'

import { readTexts, writeTexts, type WrittenTexts } from '../lib/texts'
import { useTextCheck } from './useTextCheck'

/** What stories and pages have in common while they are written. */
export interface TextValues {
  application: string
  enabled: boolean
  priority: string
  remark: string
  contents: WrittenTexts
}

interface TextEntity {
  id: string
  enabled: boolean
  priority: number
  remark?: string
  contents: TextContent[]
  application?: { id: string } | null
}

type TextPath = '/news/stories/{story_id}' | '/portal/pages/{page_id}'

/** The parts of a form that edits texts; `editor` is where they are edited, without the id. */
export function useTextForm<P extends TextPath>(
  id: () => string | undefined,
  source: ResourceState<P>,
  editor: string,
) {
  const router = useRouter()
  const { t } = useI18n()
  const checkTexts = useTextCheck()
  const { club } = useClub()

  const empty = (): TextValues => ({
    application: '',
    enabled: false,
    priority: '0',
    remark: '',
    contents: readTexts([], club.value.locales),
  })

  const read = (entity: TextEntity): TextValues => ({
    application: entity.application?.id ?? '',
    enabled: entity.enabled,
    priority: String(entity.priority),
    remark: entity.remark ?? '',
    contents: readTexts(entity.contents, club.value.locales),
  })

  const check = (values: TextValues) => ({
    application: values.application ? '' : t('author.checks.application'),
    contents: checkTexts(values.contents),
    priority: /^\d+$/.test(values.priority) ? '' : t('author.checks.priority'),
  })

  const attributes = (values: TextValues) => ({
    enabled: values.enabled,
    priority: Number(values.priority),
    remark: values.remark,
    contents: writeTexts(values.contents),
  })

  const relationships = (values: TextValues) => ({
    application: linkTo('applications', values.application),
  })

  async function saved(document: { data: { id: string } }): Promise<void> {
    if (id() === undefined) await router.replace(`${editor}/${document.data.id}`)
    else await source.reload()
  }

  const around = {
    source: () => source.resource.value,
    saved,
    again: () => source.reload(),
    ok: () => t('common.saved'),
    parts: ['contents'] as const,
    draft: () => `${editor}/${id() ?? 'new'}`,
  }
  return { empty, read, check, attributes, relationships, around }
}
