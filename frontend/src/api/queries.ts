/** The cache of what the server said: one rule for all screens about how long, and how often. */
import { QueryClient } from '@tanstack/vue-query'

import { isApiError } from './errors'
import { onBeginning, onEnding } from './tokens'

const FRESH_MS = 15_000
const ATTEMPTS = 2

/** A key starts with the path it was read from, so that a change can name what it touches. */
export type QueryKey = readonly [path: string, ...rest: unknown[]]

export function createQueries(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < ATTEMPTS && isApiError(error) && error.isPassing,
        // A request that fails for want of a connection says so; waiting in silence does not.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  onEnding(() => {
    // What is still on the screen would only be refused; the page is about to change.
    queries.removeQueries({ type: 'inactive' })
    void queries.invalidateQueries({ refetchType: 'none' })
  })
  onBeginning(() => {
    // What one user was shown is not for the next one.
    queries.removeQueries({ type: 'inactive' })
    void queries.resetQueries()
  })
  return queries
}

/** Read again whatever came from these paths, and from what lies below them. */
export async function touch(queries: QueryClient, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return
  await queries.invalidateQueries({
    predicate: ({ queryKey: [from] }) => paths.some((path) => isBelow(String(from), path)),
  })
}

function isBelow(from: string, path: string): boolean {
  return from === path || from.startsWith(`${path}/`)
}

interface CachedResource {
  type: string
  id: string
  attributes?: Record<string, unknown>
}

interface CachedDocument {
  data?: CachedResource | CachedResource[] | null
  included?: CachedResource[]
}

/** How a resource will look once the server has agreed. */
export interface Expectation {
  type: string
  id: string
  attributes?: Record<string, unknown>
  remove?: boolean
}

/** Show it at once, in whatever is cached; the result takes it back. */
export function expect(queries: QueryClient, expected: Expectation): () => void {
  const before = queries.getQueriesData<CachedDocument>({})
  for (const [key, document] of before) {
    const after = document && applied(document, expected)
    if (after && after !== document) queries.setQueryData(key, after)
  }
  return () => {
    for (const [key, document] of before) queries.setQueryData(key, document)
  }
}

function applied(document: CachedDocument, expected: Expectation): CachedDocument {
  const { data, included } = document
  const isNamed = (each: CachedResource) => each.type === expected.type && each.id === expected.id
  const all = [...(Array.isArray(data) ? data : data ? [data] : []), ...(included ?? [])]
  if (!all.some(isNamed)) return document
  const changed = (each: CachedResource) =>
    isNamed(each) ? { ...each, attributes: { ...each.attributes, ...expected.attributes } } : each
  const kept = (list: CachedResource[]) =>
    expected.remove ? list.filter((each) => !isNamed(each)) : list.map(changed)
  return {
    ...document,
    // A resource that is shown alone stays until its page has been left.
    ...(data && { data: Array.isArray(data) ? kept(data) : changed(data) }),
    ...(included && { included: included.map(changed) }),
  }
}
