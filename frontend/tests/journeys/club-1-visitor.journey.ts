import { describe, expect, it } from 'vitest'

import { BASE, en, journey, seeEvery, useBrowser } from './support'

useBrowser()

describe('a visitor', () => {
  it('sees every screen', seeEvery('visitor'))

  it(
    'reads the news',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.open('/')
      await visitor.heading(en.portal.home.coming).waitFor()
      await page.locator('article a').first().click()
      await page.waitForURL(/\/news\/\d+$/)
      await visitor.settle()

      expect(await page.title()).toContain(await page.locator('h1').innerText())
    }),
  )

  it(
    'finds the trainings of a team, and subscribes to them on a phone',
    journey(
      async (visitor) => {
        const { page } = visitor
        await visitor.open('/trainings')
        await page.getByLabel(en.portal.trainings.team).selectOption({ index: 1 })
        await page.waitForURL(/team=\d+/)
        await visitor.button(en.portal.trainings.month).click()
        await page.waitForURL(/view=month/)
        await visitor.expectAccessible()

        await visitor.button(en.portal.trainings.subscribe).click()
        const address = await page.getByLabel(en.portal.subscribe.address).inputValue()
        await visitor.expectAccessible()
        const feed = await fetch(address)

        expect(address).toContain(`${BASE}/api/v1/trainings/calendar.ics?filter`)
        expect(feed.status).toBe(200)
        expect(await feed.text()).toContain('BEGIN:VEVENT')
      },
      { phone: true },
    ),
  )

  it(
    'reads in another language, which is remembered',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.open('/trainings')
      await page.getByRole('button', { name: 'Français' }).click()
      await visitor.heading('Entraînements').waitFor()
      await page.reload()

      await visitor.heading('Entraînements').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    }),
  )

  it(
    'is told what does not exist, and what needs a login',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.open('/no/such/page')
      await visitor.heading(en.common.notFound.title).waitFor()
      await visitor.open('/news/999999')
      await page.getByText(en.portal.news.missing).waitFor()
      await visitor.open('/admin/users')

      await page.waitForURL(/\/auth\/login\?next=/)
      await visitor.expectAccessible()
    }),
  )

  it(
    'comes from before an update: the page is opened anew, and what is really gone is told',
    journey(async (visitor) => {
      const { page } = visitor
      const gone = '**/assets/NewsPage-*.js'
      const files: string[] = []
      page.on('request', (request) => files.push(new URL(request.url()).pathname))
      await visitor.open('/')
      await page.route(gone, (route) => route.fulfill({ status: 404 }), { times: 1 })
      await page.getByRole('link', { name: en.common.site.news, exact: true }).click()
      await visitor.heading(en.portal.news.title).waitFor()
      expect(files.filter((file) => file === '/news')).toHaveLength(1)

      await page.route(gone, (route) => route.fulfill({ status: 404 }))
      await page.evaluate(() => sessionStorage.clear())
      await page.reload()
      await visitor.heading(en.common.broken.title).waitFor()
      await visitor.expectAccessible()
      await page.unroute(gone)
      await visitor.button(en.common.reload).click()
      await visitor.heading(en.portal.news.title).waitFor()
    }),
  )
})
