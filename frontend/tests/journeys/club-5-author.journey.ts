import { describe, expect, it } from 'vitest'

import { en, journey, seeEvery, useBrowser, visit } from './support'

const { author } = en
const DUTCH = { title: 'Open deur op zondag', content: 'Kom **kijken** op de tatami.' }
const FRENCH = { title: 'Portes ouvertes dimanche', content: 'Venez **voir** le tatami.' }
useBrowser()

describe('an author', () => {
  it(
    'publishes a story in two languages, which a visitor reads',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn('author@kwai.example')
      await visitor.open('/author/stories/new')
      await visitor.button(author.publish).click()
      await page.getByText(author.checks.application).waitFor()
      await visitor.expectAccessible()

      for (const [language, text] of [
        ['Nederlands', DUTCH],
        ['Français', FRENCH],
      ] as const) {
        await page.getByRole('tab', { name: language }).click()
        const panel = page.getByRole('tabpanel', { name: language })
        await panel.getByLabel(author.title, { exact: true }).fill(text.title)
        await panel.getByLabel(new RegExp(`^${author.content}`)).fill(text.content)
        await panel.locator('strong').waitFor()
      }
      await page.getByLabel(author.section, { exact: true }).selectOption({ index: 1 })
      await visitor.expectAccessible()
      await visitor.button(author.publish).click()
      await page.waitForURL(/stories\/\d+$/)
      await visitor.open('/author')
      await page.getByRole('row').filter({ hasText: author.states.active }).filter({ hasText: DUTCH.title }).first().waitFor()
      await visitor.expectAccessible()

      const reader = await visit()
      await reader.open('/news')
      await reader.page.getByRole('button', { name: 'Français' }).click()
      await reader.page.getByRole('link', { name: FRENCH.title }).first().click()
      await reader.page.waitForURL(/\/news\/\d+$/)
      await reader.heading(FRENCH.title).waitFor()
      await reader.page.locator('.rich-text strong').getByText('voir', { exact: true }).waitFor()
      await reader.page.getByRole('button', { name: 'Nederlands' }).click()
      await reader.heading(DUTCH.title).waitFor()
      await reader.show({ phone: true, dark: true })
      await reader.expectAccessible()
      expect(reader.faults).toEqual([])
    }),
  )

  it('sees every screen', seeEvery('author'))
})
