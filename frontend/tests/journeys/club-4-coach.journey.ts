import { describe, expect, it } from 'vitest'

import { BASE, en, expectValue, journey, problems, seeEvery, useBrowser, visit, waitForMail } from './support'

const { coach } = en
const COACH = 'coach@kwai.example'
const CAMP = 'Judo camp'
const REASON = 'No heating in the hall'
const DAY_MS = 86_400_000
// Mondays of the demo season; its holidays are other weeks.
const planned = mondayIn(6)
const closed = mondayIn(7)

useBrowser()

describe('a coach', () => {
  it(
    'closes the club for a week, and sees first what that does',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(COACH)
      await visitor.open('/coach/closures/new')
      await visitor.button(coach.closures.preview).click()
      await page.getByText(coach.form.needsName).waitFor()
      await page.getByLabel(coach.fields.name).fill(CAMP)
      await page.getByLabel(coach.closures.first).fill(closed)
      await page.getByLabel(coach.closures.last).fill(plus(closed, 6))
      await visitor.button(coach.closures.preview).click()
      await page.getByText(/^\d+ trainings are cancelled/).waitFor()
      await visitor.expectAccessible()
      await visitor.button(en.common.save).click()

      await page.waitForURL(/\/coach\/closures$/)
      await page.getByText(CAMP).first().waitFor()
      await visitor.expectAccessible()
    }),
  )

  it(
    'plans a weekly training around a closure and a clash',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(COACH)
      await visitor.open('/coach/definitions/new')
      await page.getByLabel(coach.fields.name).fill('Ne-waza')
      await page.getByLabel(coach.fields.weekday).selectOption('1')
      await page.getByLabel(coach.fields.start, { exact: true }).fill('18:30')
      await page.getByLabel(coach.fields.end, { exact: true }).fill('19:30')
      await page.getByLabel(coach.fields.location).fill('Dojo A')
      await visitor.expectAccessible()
      await visitor.button(coach.form.saveAndPlan).click()

      await page.waitForURL(/\/coach\/definitions\/generate/)
      await page.getByLabel(coach.fields.from).fill(planned)
      await page.getByLabel(coach.fields.until).fill(plus(closed, 6))
      await visitor.button(coach.plan.preview).click()
      await visitor.heading(coach.plan.wouldBe).waitFor()
      await visitor.expectAccessible()
      expect(await page.getByRole('row').allInnerTexts()).toEqual([
        expect.anything(),
        expect.stringContaining(coach.plan.conflict),
        expect.stringContaining(CAMP),
      ])

      await page.getByRole('switch', { name: coach.plan.allow }).click()
      await visitor.button(coach.plan.preview).click()
      await visitor.button('Create 1 training').click()
      await visitor.heading('1 training created').waitFor()
      await visitor.open(`/coach?week=${planned}`)
      await page.getByRole('link', { name: /Ne-waza/ }).waitFor()
      await page.getByText(/double-booked/).first().waitFor()
      await visitor.expectAccessible()
    }),
  )

  it(
    'loses nothing by a reload or a clash, and books double when that is meant',
    journey(async (visitor) => {
      const { page } = visitor
      const title = page.getByLabel(coach.fields.title).first()
      await visitor.logIn(COACH)
      await visitor.open(`/coach/trainings/new?day=${plus(planned, 1)}`)
      await title.fill('Kata 形')
      await page.getByLabel(coach.fields.location).fill('dojo a')
      await page.reload()
      await page.getByText(problems.restored.title).waitFor()
      await visitor.button(en.common.save).click()
      await visitor.heading(coach.clash.title).waitFor()
      await visitor.expectAccessible()
      await visitor.button(coach.clash.back).click()
      await expectValue(title, 'Kata 形')

      await visitor.button(en.common.save).click()
      await visitor.button(coach.clash.saveAnyway).click()

      await page.waitForURL(/\/coach(\/trainings\/\d+$|\?)/)
      await visitor.open(`/coach?week=${planned}`)
      await page.getByRole('link', { name: /Kata 形/ }).click()
      await page.getByText(coach.training.doubleBooked).waitFor()
    }),
  )

  it(
    'cancels a training: coaches get a mail, calendars and visitors see it',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(COACH)
      await visitor.open(`/coach?week=${planned}`)
      await page.getByRole('link', { name: /Kangaroos/ }).click()
      await page.waitForURL(/\/coach\/trainings\/\d+$/)
      await visitor.settle()
      await visitor.expectAccessible()
      await visitor.button(coach.training.cancel).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(coach.fields.reason).fill(REASON)
      await visitor.expectAccessible()
      await dialog.getByRole('button', { name: coach.training.cancel }).click()
      await page.getByText(coach.training.isCancelled).waitFor()

      const mail = await waitForMail(COACH, new RegExp(REASON))
      expect(mail.text).toContain('Kangaroos')
      const feed = await (await fetch(`${BASE}/api/v1/trainings/calendar.ics`)).text()
      const event = feed.split('BEGIN:VEVENT').find((each) => each.includes(planned.replaceAll('-', '')) && each.includes('Kangaroos'))
      expect(event).toContain('STATUS:CANCELLED')
      const id = /\d+$/.exec(page.url())?.[0] ?? ''
      const stranger = await visit({ phone: true })
      await stranger.open(`/trainings/${id}`)
      await stranger.page.getByText(REASON).waitFor()
      await stranger.expectAccessible()
      expect(stranger.faults).toEqual([])
    }),
  )

  it('sees every screen', seeEvery('coach'))
})

function mondayIn(weeks: number): string {
  const today = new Date().toISOString().slice(0, 10)
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7
  return plus(today, 7 * weeks - sinceMonday)
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}
