import type { QueryClient } from '@tanstack/vue-query'
import { nextTick } from 'vue'
import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteRecordRaw,
  type Router,
} from 'vue-router'

import account from '@/areas/account/routes'
import admin from '@/areas/admin/routes'
import auth from '@/areas/auth/routes'
import author from '@/areas/author/routes'
import coach from '@/areas/coach/routes'
import portal from '@/areas/portal/routes'
import { loadArea } from '@/i18n'
import SiteLayout from '@/layouts/SiteLayout.vue'
import type { Role } from '@/navigation'

declare module 'vue-router' {
  interface RouteMeta {
    /** The key of the page's title. */
    title?: string
    /** The least role that may open it. */
    role?: Role
    /** Whose messages it needs. */
    area?: string
    /** Asks for what it shows, before it is there to ask. */
    readAhead?: (queries: QueryClient) => void
  }
}

const WorkLayout = () => import('@/layouts/WorkLayout.vue')

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    component: SiteLayout,
    children: [
      { path: '', meta: { area: 'portal' }, children: portal },
      { path: 'auth', meta: { area: 'auth' }, children: auth },
      {
        path: 'forbidden',
        name: 'forbidden',
        meta: { title: 'common.forbidden.title' },
        component: () => import('@/pages/ForbiddenPage.vue'),
      },
      {
        path: ':path(.*)*',
        name: 'notFound',
        meta: { title: 'common.notFound.title' },
        component: () => import('@/pages/NotFoundPage.vue'),
      },
    ],
  },
  workArea('account', 'user', account),
  workArea('author', 'author', author),
  workArea('coach', 'coach', coach),
  workArea('admin', 'admin', admin),
]

/** Create the router; who may go where is decided by `installSession`. */
export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
  // Asked for beside the page, and waited for when that is there.
  router.beforeEach((to) => void loadArea(areaOf(to)).catch(() => undefined))
  router.beforeResolve(async (to) => {
    await loadArea(areaOf(to))
  })
  router.afterEach(async (to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) await focusHeading(to)
  })
  return router
}

function areaOf(to: RouteLocationNormalized): string {
  return to.meta.area ?? 'common'
}

function workArea(area: string, role: Role, children: RouteRecordRaw[]): RouteRecordRaw {
  return { path: `/${area}`, component: WorkLayout, meta: { area, role }, children }
}

/** A screen reader goes on at the new page, not where the link was. */
async function focusHeading(to: RouteLocationNormalized): Promise<void> {
  if (to.hash) return
  await nextTick()
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
