import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef, type Ref } from 'vue'

import { type Answer, api, type GetPath, type Init } from '@/api/client'
import { type Resolved, resolve } from '@/api/resolve'

interface ResourceOptions {
  enabled?: () => boolean
}

type Found<P extends GetPath> = NonNullable<Resolved<Answer<P, 'get'>>>

export interface ResourceState<P extends GetPath> {
  resource: ComputedRef<Found<P> | undefined>
  isLoading: Readonly<Ref<boolean>>
  isFetching: Readonly<Ref<boolean>>
  error: Readonly<Ref<Error | null>>
  /** Read it again now; answers what is there then. */
  reload: () => Promise<Found<P> | undefined>
}

type Read = (path: string, init: unknown) => Promise<{ data: unknown }>

/** One resource with what it includes; null instead of parameters waits until there are some. */
export function useResource<P extends GetPath>(
  path: P,
  init: () => Init<P, 'get'> | null,
  options: ResourceOptions = {},
): ResourceState<P> {
  const query = useQuery({
    queryKey: computed(() => [path, 'one', init()] as const),
    queryFn: ({ signal }) => (api.get as Read)(path, { ...init(), signal }),
    enabled: () => init() !== null && (options.enabled?.() ?? true),
  })
  const read = (document: { data: unknown } | undefined) =>
    document && (resolve(document) as unknown as Found<P>)
  return {
    resource: computed(() => read(query.data.value)),
    isLoading: query.isLoading,
    error: query.error,
    isFetching: query.isFetching,
    reload: async () => read((await query.refetch()).data),
  }
}
