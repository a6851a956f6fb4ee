import type { QueryClient } from '@tanstack/vue-query'

import { readAhead } from '@/composables/useList'

/** What the home page shows of the news, which is the largest part of it. */
export const HOME_NEWS = { include: ['application' as const], limit: 7 }

/** Let the news come beside the files of the page: on a slow phone a third of a second earlier. */
export function readHomeNews(queries: QueryClient): void {
  void readAhead(queries, '/portal/news', HOME_NEWS)
}
