import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { api, ifMatch } from '@/api/client'
import type { Entity } from '@/api/resolve'
import type { Story } from '@/api/schema'
import { useClubTime } from '@/composables/useClubTime'
import { useForm } from '@/composables/useForm'
import { useResource } from '@/composables/useResource'

import type { Publication } from '../lib/state'
import { type TextValues, useTextForm } from './useTextForm'

interface StoryValues extends TextValues {
  publish: string
  end: string
  promotionEnd: string
}

type StoryEntity = Entity<Story>

/** A story while it is written; times are those of the club. */
export function useStoryForm(id: () => string | undefined) {
  const { t } = useI18n()
  const { fromInput, toInput } = useClubTime()
  const story = useResource('/news/stories/{story_id}', () => {
    const storyId = id()
    return storyId === undefined ? null : { params: { path: { story_id: storyId } } }
  })
  const texts = useTextForm(id, story, '/author/stories')

  const read = (entity: StoryEntity): StoryValues => ({
    ...texts.read(entity),
    publish: toInput(entity.publish_date),
    end: toInput(entity.end_date),
    promotionEnd: toInput(entity.promotion_end_date),
  })

  function check(values: StoryValues) {
    const { publish, end } = values
    const isOver = end && end <= (publish || toInput(new Date().toISOString()))
    return { ...texts.check(values), end: isOver ? t('author.checks.end') : '' }
  }

  function save(values: StoryValues, { entity }: { entity: StoryEntity | undefined }) {
    const attributes = {
      ...texts.attributes(values),
      // Nothing filled in means: from now on.
      publish_date: fromInput(values.publish) ?? new Date().toISOString(),
      end_date: fromInput(values.end),
      promotion_end_date: fromInput(values.promotionEnd),
    }
    const relationships = texts.relationships(values)
    if (entity === undefined) {
      return api.post('/news/stories', { body: { data: { type: 'stories', attributes, relationships } } })
    }
    return api.patch('/news/stories/{story_id}', {
      params: { path: { story_id: entity.id } },
      headers: ifMatch(entity),
      body: { data: { type: 'stories', id: entity.id, attributes, relationships } },
    })
  }

  function remove(entity: StoryEntity) {
    return api.delete('/news/stories/{story_id}', {
      params: { path: { story_id: entity.id } },
      headers: ifMatch(entity),
    })
  }

  const touches = ['/news/stories', '/portal/news']
  const form = useForm({
    ...texts.around,
    values: (): StoryValues => ({ ...texts.empty(), publish: '', end: '', promotionEnd: '' }),
    read,
    check,
    save,
    touches,
    names: {
      publish_date: 'publish',
      end_date: 'end',
      promotion_end_date: 'promotionEnd',
    },
  })

  const publication = computed<Publication>(() => ({
    enabled: form.values.enabled,
    priority: Number(form.values.priority) || 0,
    publish_date: fromInput(form.values.publish) ?? new Date().toISOString(),
    end_date: fromInput(form.values.end),
    promotion_end_date: fromInput(form.values.promotionEnd),
  }))

  async function saveAs(enabled: boolean): Promise<void> {
    const before = form.values.enabled
    form.values.enabled = enabled
    if ((await form.submit()) === undefined) form.values.enabled = before
  }

  return { story, form, publication, saveAs, remove, touches }
}
