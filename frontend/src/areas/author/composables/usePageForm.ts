import { api, ifMatch } from '@/api/client'
import type { Entity } from '@/api/resolve'
import type { Page } from '@/api/schema'
import { useForm } from '@/composables/useForm'
import { useResource } from '@/composables/useResource'

import { type TextValues, useTextForm } from './useTextForm'

type PageEntity = Entity<Page>

/** A page of the site while it is written. */
export function usePageForm(id: () => string | undefined) {
  const page = useResource('/portal/pages/{page_id}', () => {
    const pageId = id()
    return pageId === undefined ? null : { params: { path: { page_id: pageId } } }
  })
  const texts = useTextForm(id, page, '/author/pages')

  function save(values: TextValues, { entity }: { entity: PageEntity | undefined }) {
    const attributes = texts.attributes(values)
    const relationships = texts.relationships(values)
    if (entity === undefined) {
      return api.post('/portal/pages', { body: { data: { type: 'pages', attributes, relationships } } })
    }
    return api.patch('/portal/pages/{page_id}', {
      params: { path: { page_id: entity.id } },
      headers: ifMatch(entity),
      body: { data: { type: 'pages', id: entity.id, attributes, relationships } },
    })
  }

  function remove(entity: PageEntity) {
    return api.delete('/portal/pages/{page_id}', {
      params: { path: { page_id: entity.id } },
      headers: ifMatch(entity),
    })
  }

  const touches = ['/portal/pages']
  const form = useForm({
    ...texts.around,
    values: texts.empty,
    read: (entity: PageEntity) => texts.read(entity),
    check: texts.check,
    save,
    touches,
  })
  return { page, form, remove, touches }
}
