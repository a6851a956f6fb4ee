import { computed } from 'vue'

import { useAll } from '@/composables/useAll'

/** The sections of the site that hold news, or pages. */
export function useSections(use: 'news' | 'pages') {
  const { items } = useAll('/portal/applications', () => ({
    params: {
      query: {
        sort: ['weight'],
        ...(use === 'news' ? { 'filter[news]': true } : { 'filter[pages]': true }),
      },
    },
  }))
  return computed(() => items.value.map(({ id, title }) => ({ value: id, label: title })))
}
