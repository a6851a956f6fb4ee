import { useQuery } from '@tanstack/vue-query'
import { computed, markRaw } from 'vue'

import { type Answer, api, type GetPath, type Init } from '@/api/client'
import { type Resolved, resolve } from '@/api/resolve'

const PAGE = 100
const MOST = 1_000

interface Collection {
  data: unknown[]
  included?: unknown[]
  meta?: { count?: number }
}

type Items<P extends GetPath> = Extract<Resolved<Answer<P, 'get'>>, unknown[]>
type Read = (path: string, init: unknown) => Promise<Collection>

/** All of a collection that is small by nature (teams, coaches, a week of trainings). */
export function useAll<P extends GetPath>(
  path: P,
  init: () => Init<P, 'get'> | null = () => ({}) as Init<P, 'get'>,
) {
  const query = useQuery({
    queryKey: computed(() => [path, 'all', init()] as const),
    queryFn: ({ signal }) => readAll(path, init()?.params ?? {}, signal),
    enabled: () => init() !== null,
    placeholderData: (before) => before,
    shallow: true,
  })
  const items = computed(() =>
    markRaw(query.data.value ? (resolve(query.data.value) as Items<P>) : ([] as unknown as Items<P>)),
  )
  return {
    items,
    isLoading: query.isLoading,
    isFetching: query.isFetching,
    error: query.error,
    reload: async () => void (await query.refetch()),
  }
}

async function readAll(path: string, params: object, signal: AbortSignal): Promise<Collection> {
  const all: Collection = { data: [], included: [] }
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await (api.get as Read)(path, pageOf(params, offset, signal))
    all.data.push(...page.data)
    all.included?.push(...(page.included ?? []))
    if (all.data.length >= (page.meta?.count ?? 0)) break
  }
  return all
}

function pageOf(params: { query?: object }, offset: number, signal: AbortSignal): unknown {
  const query = { ...params.query, 'page[limit]': PAGE, 'page[offset]': offset }
  return { params: { ...params, query }, signal }
}
