import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

import { api, ifMatch } from '@/api/client'
import { type Entity, ref as linkTo } from '@/api/resolve'
import type { Page } from '@/api/schema'
import { useClub } from '@/composables/useClub'
import { useForm } from '@/composables/useForm'
import { useResource } from '@/composables/useResource'

import { readTexts, writeTexts, type WrittenTexts } from '../lib/texts'
import { useTextCheck } from './useTextCheck'

interface PageValues {
  application: string
  enabled: boolean
  priority: string
  remark: string
  contents: WrittenTexts
}

type PageEntity = Entity<Page>

/** A page of the site while it is written. */
export function usePageForm(id: () => string | undefined) {
  const router = useRouter()
  const { t } = useI18n()
  const checkTexts = useTextCheck()
  const { club } = useClub()

  const page = useResource('/portal/pages/{page_id}', () => {
    const pageId = id()
    return pageId === undefined ? null : { params: { path: { page_id: pageId } } }
  })

  function save(values: PageValues, { entity }: { entity: PageEntity | undefined }) {
    const attributes = {
      enabled: values.enabled,
      priority: Number(values.priority),
      remark: values.remark,
      contents: writeTexts(values.contents),
    }
    const relationships = { application: linkTo('applications', values.application) }
    if (entity === undefined) {
      return api.post('/portal/pages', { body: { data: { type: 'pages', attributes, relationships } } })
    }
    return api.patch('/portal/pages/{page_id}', {
      params: { path: { page_id: entity.id } },
      headers: ifMatch(entity),
      body: { data: { type: 'pages', id: entity.id, attributes, relationships } },
    })
  }

  const form = useForm({
    values: (): PageValues => ({
      application: '',
      enabled: false,
      priority: '0',
      remark: '',
      contents: readTexts([], club.value.locales),
    }),
    source: () => page.resource.value,
    read: (entity: PageEntity): PageValues => ({
      application: entity.application?.id ?? '',
      enabled: entity.enabled,
      priority: String(entity.priority),
      remark: entity.remark ?? '',
      contents: readTexts(entity.contents, club.value.locales),
    }),
    check: (values) => ({
      application: values.application ? '' : t('author.checks.application'),
      contents: checkTexts(values.contents),
      priority: /^\d+$/.test(values.priority) ? '' : t('author.checks.priority'),
    }),
    save,
    saved: async (document) => {
      if (id() === undefined) await router.replace(`/author/pages/${document.data.id}`)
      else await page.reload()
    },
    again: () => page.reload(),
    ok: () => t('common.saved'),
    touches: ['/portal/pages'],
    draft: () => `page:${id() ?? 'new'}`,
  })
  return { page, form }
}
