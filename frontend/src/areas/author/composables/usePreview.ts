import { refDebounced } from '@vueuse/core'
import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'

import { api } from '@/api/client'

const PAUSE_MS = 400

/** What a reader will see of a text, rendered by the server as it will render the story. */
export function usePreview(source: MaybeRefOrGetter<{ format: 'md' | 'html'; content: string }>) {
  const wanted = computed(() => ({ ...toValue(source) }))
  const settled = refDebounced(wanted, PAUSE_MS)
  const { data, error, isFetching } = useQuery({
    queryKey: computed(() => ['preview', settled.value.format, settled.value.content] as const),
    queryFn: async ({ signal }) => {
      const answer = await api.post('/news/preview', { body: { meta: settled.value }, signal })
      return answer.meta.html
    },
    enabled: () => settled.value.content.trim() !== '',
    placeholderData: (before) => before,
    staleTime: Infinity,
    gcTime: 0,
  })
  const html = computed(() => (settled.value.content.trim() === '' ? '' : (data.value ?? '')))
  return { html, error, isFetching }
}
