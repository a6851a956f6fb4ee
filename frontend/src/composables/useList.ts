import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/vue-query'
import { useDebounceFn } from '@vueuse/core'
import { computed, markRaw, type MaybeRefOrGetter, reactive, toValue, watch } from 'vue'
import { type LocationQuery, type LocationQueryRaw, useRoute, useRouter } from 'vue-router'

import { type Answer, api, type GetPath, type Init } from '@/api/client'
import { type Resolved, resolve } from '@/api/resolve'

const TYPING_MS = 250
const LIMIT = 25

type QueryOf<P extends GetPath> =
  Init<P, 'get'> extends { params?: { query?: infer Q } }
    ? NonNullable<Q>
    : Init<P, 'get'> extends { params: { query?: infer Q } }
      ? NonNullable<Q>
      : object
type PathOf<P extends GetPath> = Init<P, 'get'> extends { params: { path: infer X } } ? X : undefined
type FilterName<P extends GetPath> = keyof QueryOf<P> extends infer K
  ? K extends `filter[${infer N}]`
    ? N
    : never
  : never
type FilterValue = string | boolean | string[]
type Include<P extends GetPath> = QueryOf<P> extends { include?: infer I } ? NonNullable<I> : never
type Items<P extends GetPath> = Extract<Resolved<Answer<P, 'get'>>, unknown[]>

interface ListOptions<P extends GetPath, F extends Partial<Record<FilterName<P>, FilterValue>>> {
  include?: Include<P>
  /** What can be filtered by, with the value that filters nothing ('' or [] or false). */
  filters?: F
  /** As in the API: `-publish_date`. */
  sort?: string
  limit?: number
  /** Parameters that do not stand in the address of the page. */
  fixed?: MaybeRefOrGetter<Partial<QueryOf<P>>>
  params?: { path: MaybeRefOrGetter<PathOf<P>> }
  /** Keeps two lists of one page apart in its address. */
  prefix?: string
  enabled?: () => boolean
}

interface Collection {
  data: unknown[]
  meta?: { count?: number }
}

type Read = (path: string, init: unknown) => Promise<Collection>

/** Ask for the first page of a list while the page that will show it is still on its way. */
export async function readAhead<P extends GetPath>(
  queries: QueryClient,
  path: P,
  options: Pick<ListOptions<P, Record<never, never>>, 'include' | 'limit'>,
): Promise<void> {
  const { include, limit = LIMIT } = options
  const parameters = { query: { ...(include && { include }), ...pageParameters(1, limit) } }
  await queries.prefetchQuery({
    queryKey: keyOf(path, parameters),
    queryFn: ({ signal }) => read(path, parameters, signal),
  })
}

function keyOf(path: string, parameters: object) {
  return [path, 'list', parameters] as const
}

async function read(path: string, parameters: object, signal: AbortSignal): Promise<Collection> {
  return (api.get as Read)(path, { params: parameters, signal })
}

function pageParameters(page: number, limit: number) {
  return { 'page[limit]': limit, 'page[offset]': (page - 1) * limit }
}

/** A page of a collection; filters, sort and page stand in the address, so that links keep them. */
export function useList<
  P extends GetPath,
  const F extends Partial<Record<FilterName<P>, FilterValue>> = Record<never, never>,
>(path: P, options: ListOptions<P, F> = {}) {
  const route = useRoute()
  const router = useRouter()
  const { prefix = '', limit = LIMIT } = options
  const defaults = (options.filters ?? {}) as Record<string, FilterValue>
  const nameOf = (name: string) => prefix + name
  const ownPath = route.path

  const applied = computed(() => readFilters(route.query, defaults, nameOf))
  const filters = reactive({ ...applied.value }) as { -readonly [N in keyof F]: Widened<F[N]> }
  const page = computed({
    get: () => Math.max(1, Number(route.query[nameOf('page')]) || 1),
    set: (wanted) => show({ page: wanted > 1 ? String(wanted) : undefined }, 'push'),
  })
  const sort = computed({
    get: () => textOf(route.query[nameOf('sort')]) || (options.sort ?? ''),
    set: (wanted) => show({ sort: wanted === options.sort ? undefined : wanted, page: undefined }),
  })

  function show(changes: Record<string, string | undefined>, how: 'push' | 'replace' = 'replace') {
    // The page may have been left while somebody was typing.
    if (route.path !== ownPath) return
    const named = Object.entries(changes).map(([name, value]) => [nameOf(name), value || undefined])
    // The router leaves out what is undefined.
    const query = { ...route.query, ...Object.fromEntries(named) } as LocationQueryRaw
    void router[how]({ query, hash: route.hash })
  }

  function applyFilters() {
    const wanted = filters as Record<string, FilterValue>
    if (isSame(wanted, applied.value)) return
    const changes = Object.keys(defaults).map((name) => [name, writeFilter(wanted[name], defaults[name])])
    show({ ...Object.fromEntries(changes), page: undefined })
  }

  const applySoon = useDebounceFn(applyFilters, TYPING_MS)
  watch(filters, () => (isTyping(filters, applied.value) ? void applySoon() : applyFilters()))
  // The back button, or a link to the same page.
  watch(applied, (now) => {
    if (route.path === ownPath) Object.assign(filters, now)
  })

  const query = computed(() => ({
    ...(options.include && { include: options.include }),
    ...(sort.value && { sort: sort.value }),
    ...filterParameters(applied.value),
    ...(toValue(options.fixed) as object | undefined),
    ...pageParameters(page.value, limit),
  }))
  const parameters = computed(() => ({ query: query.value, path: toValue(options.params?.path) }))
  const found = useQuery({
    queryKey: computed(() => keyOf(path, parameters.value)),
    queryFn: ({ signal }) => read(path, parameters.value, signal),
    placeholderData: keepPreviousData,
    shallow: true,
    enabled: () => route.path === ownPath && (options.enabled?.() ?? true),
  })
  const count = computed(() => found.data.value?.meta?.count ?? 0)
  const pages = computed(() => Math.max(1, Math.ceil(count.value / limit)))
  // The last item of the last page was removed, or a filter was written by hand.
  watch([() => found.data.value, pages], ([document]) => {
    if (document && !found.isPlaceholderData.value && page.value > pages.value) page.value = pages.value
  })

  return reactive({
    items: computed(
      () => markRaw(found.data.value ? resolve(found.data.value) : []) as unknown as Items<P>,
    ),
    count,
    pages,
    page,
    sort,
    filters,
    hasFilters: computed(() => !isSame(applied.value, defaults)),
    clearFilters: () => void Object.assign(filters, defaults),
    isLoading: found.isLoading,
    isFetching: found.isFetching,
    error: found.error,
    reload: async () => void (await found.refetch()),
  })
}

type Widened<V> = V extends boolean ? boolean : V extends readonly string[] ? string[] : string

function readFilters(
  query: LocationQuery,
  defaults: Record<string, FilterValue>,
  nameOf: (name: string) => string,
): Record<string, FilterValue> {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, usual]) => {
      const written = textOf(query[nameOf(name)])
      if (written === '') return [name, Array.isArray(usual) ? [...usual] : usual]
      if (typeof usual === 'boolean') return [name, written === 'true']
      return [name, Array.isArray(usual) ? written.split(',') : written]
    }),
  )
}

function writeFilter(value: FilterValue | undefined, usual: FilterValue | undefined) {
  return value === undefined || String(value) === String(usual) ? undefined : String(value)
}

function filterParameters(applied: Record<string, FilterValue>): Record<string, FilterValue> {
  const set = Object.entries(applied).filter(([, value]) => String(value) !== '' && value !== false)
  return Object.fromEntries(set.map(([name, value]) => [`filter[${name}]`, value]))
}

function isTyping(filters: object, applied: Record<string, FilterValue>): boolean {
  return Object.entries(filters).some(
    ([name, value]) => typeof value === 'string' && value !== applied[name],
  )
}

function isSame(some: object, others: object): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}

function textOf(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
