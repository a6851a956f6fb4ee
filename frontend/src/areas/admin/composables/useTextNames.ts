import { useQueries } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { api } from '@/api/client'
import type { Entity } from '@/api/resolve'
import type { Change } from '@/api/schema'
import { useClubTime } from '@/composables/useClubTime'

import { loggedValues, partsOf } from '../lib/changes'

interface Title {
  locale: string
  title: string
}
interface Texts {
  contents: readonly Title[]
  start?: string
}

/** What has a title in every language, and is too much to be read whole. */
const READERS: Readonly<Record<string, (id: string, signal: AbortSignal) => Promise<Texts>>> = {
  async trainings(id, signal) {
    const { data } = await api.get('/trainings/{training_id}', { params: { path: { training_id: id } }, signal })
    return { contents: data.attributes.contents, start: data.attributes.event.start_date }
  },
  async stories(id, signal) {
    const { data } = await api.get('/news/stories/{story_id}', { params: { path: { story_id: id } }, signal })
    return { contents: data.attributes.contents }
  },
  async pages(id, signal) {
    const { data } = await api.get('/portal/pages/{page_id}', { params: { path: { page_id: id } }, signal })
    return { contents: data.attributes.contents }
  },
}
const PATHS: Readonly<Record<string, string>> = {
  trainings: '/trainings',
  stories: '/news/stories',
  pages: '/portal/pages',
}

/** The names of trainings, stories and pages that changed: as the log has them, or as they are now. */
export function useTextNames(changes: () => readonly Entity<Change>[]) {
  const { locale } = useI18n()
  const time = useClubTime()

  const logged = computed(() => new Map(changes().flatMap(readLogged)))
  const asked = computed(() => {
    const all = changes().filter(({ resource }) => resource.type in READERS)
    const unknown = all.map(({ resource }) => keyOf(resource)).filter((key) => !logged.value.has(key))
    return [...new Set(unknown)]
  })
  const answers = useQueries({
    queries: computed(() =>
      asked.value.map((key) => {
        const [type = '', id = ''] = key.split(' ')
        return {
          queryKey: [PATHS[type] ?? '', 'name', id],
          queryFn: ({ signal }: { signal: AbortSignal }) => read(type, id, signal),
        }
      }),
    ),
    combine: (results) => results.map(({ data }) => data),
  })

  /** Empty for what is gone, and for what has no texts. */
  return function textName(thing: { type: string; id: string }): string {
    const key = keyOf(thing)
    const texts = logged.value.get(key) ?? answers.value[asked.value.indexOf(key)]
    if (!texts) return ''
    const mine = texts.contents.find((each) => each.locale === locale.value) ?? texts.contents[0]
    const when = texts.start ? time.moment(texts.start) : ''
    return [mine?.title, when].filter(Boolean).join(', ')
  }
}

function read(type: string, id: string, signal: AbortSignal): Promise<Texts> {
  return READERS[type]?.(id, signal) ?? Promise.resolve({ contents: [] })
}

/** Whoever was created or deleted on this page of the log is whole in it. */
function readLogged({ action, resource, changes }: Entity<Change>): [string, Texts][] {
  if (!(resource.type in READERS) || action === 'updated') return []
  const contents = partsOf(changes).filter((part) => 'title' in part) as unknown as Title[]
  const { start_date: start } = loggedValues(changes, action)
  if (contents.length === 0) return []
  // A database writes UTC without saying so.
  const moment = typeof start === 'string' ? { start: `${start.slice(0, 19).replace(' ', 'T')}Z` } : {}
  return [[keyOf(resource), { contents, ...moment }]]
}

function keyOf({ type, id }: { type: string; id: string }): string {
  return `${type} ${id}`
}
