/** Puts a composable where it lives: in a component with router, messages and cache. */
import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { h } from 'vue'
import { createMemoryHistory, createRouter, type Router, RouterView } from 'vue-router'

import { createQueries } from '@/api/queries'
import { i18n, loadArea, setLanguage } from '@/i18n'

export interface Stage<T> {
  result: T
  router: Router
  leave: () => void
}

/** Mount on `/here`; `/there` is another page. */
export async function stage<T>(
  use: () => T,
  at = '/here',
  queries = createQueries(),
): Promise<Stage<T>> {
  let result: T | undefined
  const here = {
    setup() {
      result = use()
      return () => h('p')
    },
  }
  const routes = [
    { path: '/here', component: here },
    { path: '/there', component: { render: () => h('p') } },
  ]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(at)
  await setLanguage('en')
  await loadArea('common')
  const plugins = [router, i18n, [VueQueryPlugin, { queryClient: queries }]] as never[]
  const wrapper = mount({ render: () => h(RouterView) }, { global: { plugins } })
  await flushPromises()
  return { result: result as T, router, leave: () => wrapper.unmount() }
}
