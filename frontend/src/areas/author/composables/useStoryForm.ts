import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

import { api, ifMatch } from '@/api/client'
import { type Entity, ref as linkTo } from '@/api/resolve'
import type { Story } from '@/api/schema'
import { useClub } from '@/composables/useClub'
import { useClubTime } from '@/composables/useClubTime'
import { useForm } from '@/composables/useForm'
import { useResource } from '@/composables/useResource'

import type { Publication } from '../lib/state'
import { readTexts, writeTexts, type WrittenTexts } from '../lib/texts'
import { useTextCheck } from './useTextCheck'

interface StoryValues {
  application: string
  enabled: boolean
  publish: string
  end: string
  priority: string
  promotionEnd: string
  remark: string
  contents: WrittenTexts
}

type StoryEntity = Entity<Story>

/** A story while it is written; times are those of the club. */
export function useStoryForm(id: () => string | undefined) {
  const router = useRouter()
  const { t } = useI18n()
  const checkTexts = useTextCheck()
  const { club } = useClub()
  const { fromInput, toInput } = useClubTime()

  const story = useResource('/news/stories/{story_id}', () => {
    const storyId = id()
    return storyId === undefined ? null : { params: { path: { story_id: storyId } } }
  })

  function emptyValues(): StoryValues {
    return {
      application: '',
      enabled: false,
      publish: '',
      end: '',
      priority: '0',
      promotionEnd: '',
      remark: '',
      contents: readTexts([], club.value.locales),
    }
  }

  function read(entity: StoryEntity): StoryValues {
    return {
      application: entity.application?.id ?? '',
      enabled: entity.enabled,
      publish: toInput(entity.publish_date),
      end: toInput(entity.end_date),
      priority: String(entity.priority),
      promotionEnd: toInput(entity.promotion_end_date),
      remark: entity.remark ?? '',
      contents: readTexts(entity.contents, club.value.locales),
    }
  }

  function check(values: StoryValues) {
    const { publish, end, priority, contents } = values
    return {
      application: values.application ? '' : t('author.checks.application'),
      contents: checkTexts(contents),
      end: end && end <= (publish || toInput(new Date().toISOString())) ? t('author.checks.end') : '',
      priority: /^\d+$/.test(priority) ? '' : t('author.checks.priority'),
    }
  }

  function save(values: StoryValues, { entity }: { entity: StoryEntity | undefined }) {
    const attributes = {
      enabled: values.enabled,
      // Nothing filled in means: from now on.
      publish_date: fromInput(values.publish) ?? new Date().toISOString(),
      end_date: fromInput(values.end),
      priority: Number(values.priority),
      promotion_end_date: fromInput(values.promotionEnd),
      remark: values.remark,
      contents: writeTexts(values.contents),
    }
    const relationships = { application: linkTo('applications', values.application) }
    if (entity === undefined) {
      return api.post('/news/stories', { body: { data: { type: 'stories', attributes, relationships } } })
    }
    return api.patch('/news/stories/{story_id}', {
      params: { path: { story_id: entity.id } },
      headers: ifMatch(entity),
      body: { data: { type: 'stories', id: entity.id, attributes, relationships } },
    })
  }

  const form = useForm({
    values: emptyValues,
    source: () => story.resource.value,
    read,
    check,
    save,
    saved: async (document) => {
      if (id() === undefined) await router.replace(`/author/stories/${document.data.id}`)
      else await story.reload()
    },
    again: () => story.reload(),
    ok: () => t('common.saved'),
    touches: ['/news/stories', '/portal/news'],
    draft: () => `story:${id() ?? 'new'}`,
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

  return { story, form, publication, saveAs }
}
