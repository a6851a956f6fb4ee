import { type QueryClient, queryOptions, useQuery } from '@tanstack/vue-query'
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

const KEY = 'kwai.club'

const settings = queryOptions({
  queryKey: ['/portal/settings'],
  queryFn: async () => keep((await api.get('/portal/settings')).meta),
  // The colours and the name of last time, so that a page does not begin in those of nobody.
  placeholderData: kept,
  staleTime: Infinity,
  gcTime: Infinity,
})

/** What the club looks like, before there is a page to show it. */
export async function readClub(queries: QueryClient): Promise<Club> {
  return queries.fetchQuery(settings).catch(() => UNKNOWN)
}

/** What the club looks like, where it is and which languages it speaks: asked once. */
export function useClub() {
  const { data, isLoading } = useQuery(settings)
  return { club: computed<Club>(() => data.value ?? UNKNOWN), isLoading }
}

function keep(club: Club): Club {
  try {
    localStorage.setItem(KEY, JSON.stringify(club))
  } catch {
    // Then every visit begins in the colours of kwai.
  }
  return club
}

function kept(): Club | undefined {
  try {
    const text = localStorage.getItem(KEY)
    return text ? { ...UNKNOWN, ...(JSON.parse(text) as Partial<Club>) } : undefined
  } catch {
    return undefined
  }
}
