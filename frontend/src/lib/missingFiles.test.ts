import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'

import { hasNoPage, installMissingFiles } from './missingFiles'

const Home = { template: '<h1>Home</h1>' }
// As Chromium, Firefox and Safari say it.
const MISSING = [
  'Failed to fetch dynamically imported module: https://club.example/assets/NewsPage-1.js',
  'error loading dynamically imported module: https://club.example/assets/NewsPage-1.js',
  'Importing a module script failed.',
]

let opened: string[]
let told: number
let online: boolean

beforeEach(() => {
  opened = []
  told = 0
  online = true
  hasNoPage.value = false
  sessionStorage.clear()
  vi.stubGlobal('location', { ...globalThis.location, assign: (path: string) => opened.push(path) })
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online)
})
afterEach(() => void vi.unstubAllGlobals())

/** An application whose news page fails to load. */
function start(failure: Error) {
  const news = () => Promise.reject(failure)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: Home },
      { path: '/news', component: news },
      { path: '/news/:id', component: news },
    ],
  })
  installMissingFiles(router, () => told++)
  const app = mount(RouterView, { global: { plugins: [router] } })
  const go = async (path: string) => {
    await router.push(path).catch(() => undefined)
    await flushPromises()
  }
  return { app, go, router }
}

it.each(MISSING)('opens a page anew whose file is gone after an update: %s', async (message) => {
  const { go } = start(new TypeError(message))
  await go('/')

  await go('/news?application=club#top')

  expect([opened, told]).toEqual([['/news?application=club#top'], 0])
})

it('opens it once: when that did not help, one stays where one is and is told', async () => {
  const { app, go } = start(new TypeError(MISSING[0]))
  await go('/')

  await go('/news')
  await go('/news')

  expect([opened, told, hasNoPage.value]).toEqual([['/news'], 1, false])
  expect(app.text()).toBe('Home')
})

it('another page has a try of its own', async () => {
  const { go } = start(new TypeError(MISSING[0]))
  await go('/')

  await go('/news')
  await go('/news/1')

  expect([opened, told]).toEqual([['/news', '/news/1'], 0])
})

it('opens nothing anew without a connection', async () => {
  const { go, router } = start(new TypeError(MISSING[0]))
  await go('/')
  online = false

  await go('/news')

  expect([opened, told, router.currentRoute.value.path]).toEqual([[], 1, '/'])
})

it('says that there is no page when not even the first one came', async () => {
  const { go } = start(new TypeError(MISSING[0]))

  await go('/news')
  expect(hasNoPage.value).toBe(false)
  await go('/news')

  expect([opened, told, hasNoPage.value]).toEqual([['/news'], 0, true])
})

it('leaves other failures alone', async () => {
  const { go } = start(new Error('A mistake of ours'))
  await go('/')

  await go('/news')

  expect([opened, told, hasNoPage.value]).toEqual([[], 0, false])
})
