import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

import { api } from '@/api/client'
import type { SettingsMeta } from '@/api/schema'

export type Club = SettingsMeta

/** Good enough until the server has answered, and when it cannot be reached. */
const UNKNOWN: Club = {
  name: '',
  logo: null,
  colors: {},
  locales: ['nl', 'en', 'fr'],
  default_locale: 'nl',
  timezone: 'Europe/Brussels',
  password_min_length: 12,
}

/** What the club looks like, where it is and which languages it speaks: asked once. */
export function useClub() {
  const { data, isLoading } = useQuery({
    queryKey: ['/portal/settings'],
    queryFn: async () => (await api.get('/portal/settings')).meta,
    staleTime: Infinity,
    gcTime: Infinity,
  })
  return { club: computed<Club>(() => data.value ?? UNKNOWN), isLoading }
}
