import type { Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { en, expectValue, journey, PASSWORD, problems, useBrowser, visit, type Visit } from './support'

const { author } = en
const AUTHOR = 'author@kwai.example'
const STORY = '**/api/v1/news/stories**'
const TEXT_BYTES = 65_536
const HEBREW = 'מועדון הג׳ודו 🥋 👨‍👩‍👧‍👦 — Judoclub'

useBrowser()

describe('an author', () => {
  it(
    'plans, promotes, corrects and withdraws a story',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(AUTHOR)
      await beginStory(visitor, 'Stage in de zommer', 'Vijf dagen **judo**.')
      await visitor.button(author.saveDraft).click()
      await page.waitForURL(/stories\/\d+$/)
      const path = new URL(page.url()).pathname.replace('/author/stories/', '/news/')
      const reader = await visit({ phone: true })
      await reader.open(path)
      await reader.page.getByText(en.portal.news.missing).first().waitFor()

      await field(visitor, author.timeline.publish).fill('2090-07-01T10:00')
      await visitor.saveAgain(author.plan)
      await state(visitor, author.states.planned).waitFor()
      await reader.open('/')
      await reader.page.locator('article').first().waitFor()
      expect(await reader.page.getByText('Stage in de zommer').count()).toBe(0)

      await field(visitor, author.timeline.publish).fill('2026-01-01T10:00')
      await field(visitor, author.priority).fill('9')
      await visitor.saveAgain(en.common.save)
      await state(visitor, author.states.promoted).waitFor()
      await title(visitor).fill('Stage in de zomer')
      await visitor.saveAgain(en.common.save)
      await reader.open('/')
      await reader.page.getByRole('link', { name: 'Stage in de zomer' }).first().click()
      await reader.page.waitForURL(/\/news\/\d+$/)
      await reader.page.locator('.rich-text strong').getByText('judo').waitFor()
      await reader.expectAccessible()

      await visitor.saveAgain(author.withdraw)
      await state(visitor, author.states.draft).waitFor()
      await reader.open(path)
      await reader.page.getByText(en.portal.news.missing).first().waitFor()
      expect(reader.faults).toEqual([])
    }),
  )

  it(
    'whose session ends while typing finds everything again',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(AUTHOR)
      await beginStory(visitor, HEBREW, `# ${HEBREW}\n\n${HEBREW}`)
      await page.getByRole('tab', { name: 'English' }).click()
      await title(visitor, 'English').fill('Half a sen')
      await endOtherSessions()
      await visitor.button(author.saveDraft).click()

      await page.getByText(en.auth.login.ended).waitFor()
      await page.getByLabel(en.auth.email).fill(AUTHOR)
      await page.locator('input[type=password]').fill(PASSWORD)
      await visitor.button(en.auth.login.submit).click()
      await page.getByText(problems.restored.title).waitFor()
      await expectValue(title(visitor), HEBREW)
      await page.getByRole('tab', { name: 'English' }).click()
      await expectValue(title(visitor, 'English'), 'Half a sen')
      await visitor.button(author.saveDraft).click()

      await page.waitForURL(/stories\/\d+$/)
      await visitor.open(new URL(page.url()).pathname)
      await expectValue(title(visitor), HEBREW)
      await expectValue(content(visitor), `# ${HEBREW}\n\n${HEBREW}`)
      expect(await page.getByText(problems.restored.title).count()).toBe(0)
    }),
  )

  it(
    'keeps a long text while the server is down, and hears of one that is too long',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(AUTHOR)
      const long = 'judo '.repeat(TEXT_BYTES / 5)
      await beginStory(visitor, 'Verslag', `${long}te lang`)
      await visitor.button(author.saveDraft).click()
      await page.getByText(/65,?536/).first().waitFor()
      await content(visitor).fill(long)

      let isReached = false
      const down = (route: Route) =>
        isReached ? route.fulfill({ status: 503 }) : route.abort('connectionrefused')
      await visitor.failing(STORY, down, async () => {
        await visitor.button(author.saveDraft).click()
        await page.getByText(problems.offline.title).first().waitFor()
        isReached = true
        await visitor.button(author.saveDraft).click()
        await page.getByText(problems.unavailable.title).first().waitFor()
      })
      expect(await content(visitor).inputValue()).toHaveLength(long.length)
      await visitor.button(author.saveDraft).click()

      await page.waitForURL(/stories\/\d+$/)
      await visitor.open(new URL(page.url()).pathname)
      await expectValue(content(visitor), long)
    }),
  )

  it(
    'who was slower chooses what stays, language by language',
    journey(async (visitor) => {
      const { context, page } = visitor
      await visitor.logIn(AUTHOR)
      await beginStory(visitor, 'Jeugdkamp', 'Tekst.')
      await visitor.button(author.saveDraft).click()
      await page.waitForURL(/stories\/\d+$/)
      const quicker = await context.newPage()
      await quicker.goto(page.url())
      const theirs = quicker.getByRole('tabpanel', { name: 'Nederlands' })
      await theirs.getByLabel(author.title, { exact: true }).fill('Jeugdkamp 2027')
      await quicker.getByRole('button', { name: author.saveDraft, exact: true }).click()
      await quicker.getByText(en.common.saved, { exact: true }).first().waitFor()
      await quicker.close()

      await title(visitor).fill('Jeugdkamp in mei')
      await page.getByRole('tab', { name: 'English' }).click()
      await title(visitor, 'English').fill('Youth camp')
      await field(visitor, author.remark).fill('In de kleine zaal')
      await visitor.button(author.saveDraft).click()
      await expectInView(visitor, problems.stale.title)
      await page.getByText('Jeugdkamp 2027').first().waitFor()
      // Half under the header, a button is no smaller than it is.
      await page.evaluate(() => scrollTo(0, 0))
      await visitor.expectAccessible()
      await visitor.button(problems.conflictView.keep.theirs).click()
      await visitor.button(problems.conflictView.goOn).click()
      await visitor.saveAgain(author.saveDraft)

      await visitor.open(new URL(page.url()).pathname)
      await expectValue(title(visitor), 'Jeugdkamp 2027')
      await page.getByRole('tab', { name: 'English' }).click()
      await expectValue(title(visitor, 'English'), 'Youth camp')
    }),
  )

  it(
    'is held back by what is not saved',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(AUTHOR)
      await visitor.open('/author/pages')
      await page.getByRole('link', { name: author.page.new }).first().click()
      await title(visitor).fill('Onze dojo')
      await page.goBack()
      await visitor.button(en.common.leave.stay).click()
      // Until then a step back would be a second one.
      await page.waitForURL(/author\/pages\/new$/)

      await expectValue(title(visitor), 'Onze dojo')
      await page.goBack()
      await visitor.button(en.common.leave.confirm).click()
      await page.waitForURL(/author\/pages$/)
      await page.getByRole('link', { name: author.page.new }).first().click()
      await expectValue(title(visitor), '')
    }),
  )

  it(
    'writes on the smallest of screens',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(AUTHOR)
      await page.setViewportSize({ width: 320, height: 640 })
      const wide = ['| Graad | Gordel | Leeftijd | Examen |', '|---|---|---|---|', '| 6e kyu | wit | 8 | ja |']
      await beginStory(visitor, 'Donaudampfschifffahrtsgesellschaft'.repeat(3), [
        ...wide,
        '',
        `    ${'code'.repeat(40)}`,
        '',
        'https://judo.example/'.repeat(6),
      ].join('\n'))
      await visitor.expectAccessible()

      await visitor.button(author.read).click()
      await page.locator('.rich-text table').waitFor()
      await title(visitor).waitFor({ state: 'hidden' })
      await visitor.expectAccessible()
    }),
  )
})

/** Fill in a new story of the first section, in Dutch. */
async function beginStory(visitor: Visit, name: string, text: string): Promise<void> {
  await visitor.open('/author/stories/new')
  await visitor.page.getByLabel(author.section, { exact: true }).selectOption({ index: 1 })
  await title(visitor).fill(name)
  await content(visitor).fill(text)
}

function panel({ page }: Visit, language: string) {
  return page.getByRole('tabpanel', { name: language })
}

function title(visitor: Visit, language = 'Nederlands') {
  return panel(visitor, language).getByLabel(author.title, { exact: true })
}

function content(visitor: Visit, language = 'Nederlands') {
  return panel(visitor, language).getByLabel(new RegExp(`^${author.content}`))
}

function field({ page }: Visit, label: string) {
  return page.getByLabel(new RegExp(`^${label}`))
}

function state({ page }: Visit, name: string) {
  return page.locator('main p').getByText(name, { exact: true })
}

/** What a button at the end of a long form makes appear is where one looks. */
async function expectInView({ page }: Visit, text: string): Promise<void> {
  const told = page.getByText(text).first()
  await told.waitFor()
  const height = page.viewportSize()?.height ?? 0
  await expect
    .poll(async () => (await told.boundingBox())?.y)
    .toSatisfy((y: number | undefined) => y !== undefined && y > 0 && y < height)
}

async function endOtherSessions(): Promise<void> {
  const elsewhere = await visit()
  await elsewhere.logIn(AUTHOR)
  await elsewhere.open('/account/sessions')
  await elsewhere.button(en.account.sessions.endOthers).click()
  const dialog = elsewhere.page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: en.account.sessions.endOthers }).click()
  await elsewhere.page.getByText(en.account.sessions.endedOthers).first().waitFor()
  await elsewhere.context.close()
}
