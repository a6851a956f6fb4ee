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
      const story = page.locator('article a').first()
      const title = await story.innerText()
      await story.click()
      await page.waitForURL(/\/news\/\d+$/)

      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
      await expect.poll(() => page.title()).toContain(title)
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
      await page.locator('html[lang=fr]').waitFor()
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
      await visitor.button(en.auth.login.submit).waitFor()
      await visitor.expectAccessible()
    }),
  )

  it(
    'comes from before an update: the page is opened anew, and what is really gone is told',
    journey(async (visitor) => {
      const { page } = visitor
      let opened = 0
      let isGone = () => opened === 0
      page.on('request', (request) => {
        if (request.isNavigationRequest() && request.url() === `${BASE}/news`) opened += 1
      })
      await visitor.open('/')
      // One route to the end: see `failing`.
      await page.route('**/assets/NewsPage-*.js', (route) =>
        isGone() ? route.fulfill({ status: 404 }) : route.continue(),
      )
      await page.getByRole('link', { name: en.common.site.news, exact: true }).click()
      await visitor.heading(en.portal.news.title).waitFor()
      expect(opened).toBe(1)

      isGone = () => true
      await page.evaluate(() => sessionStorage.clear())
      // However slow the machine: this is soon after the page was opened anew.
      await page.clock.setFixedTime(new Date())
      await page.reload()
      await visitor.heading(en.common.broken.title).waitFor()
      await visitor.expectAccessible()
      expect(opened).toBe(3)
      isGone = () => false
      await visitor.button(en.common.reload).click()
      await visitor.heading(en.portal.news.title).waitFor()
    }),
  )
})
