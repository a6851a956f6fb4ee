import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import fr from '@/locales/fr/common.json'

import { en, expectValue, journey, PASSWORD, problems, useBrowser, visit, type Visit } from './support'

const USER = 'user@kwai.example'
const ADMIN = 'admin@kwai.example'
// The token lives ten minutes and is renewed a little earlier.
const LATER = '00:09:50'

useBrowser()

describe('a session', () => {
  it(
    'is renewed in silence, by one of two tabs',
    journey(async (visitor) => {
      const { context, page } = visitor
      await context.clock.install()
      await visitor.logIn(USER)
      const other = await context.newPage()
      await other.goto(page.url())
      await heading(other, en.account.profile.title).waitFor()
      const renewals: string[] = []
      context.on('request', (request) => {
        if (request.url().endsWith('/auth/access_token')) renewals.push(request.url())
      })

      await context.clock.fastForward(LATER)
      await Promise.all([page, other].map((each) => link(each, en.common.nav.sessions).click()))
      await Promise.all(
        [page, other].map((each) => each.getByText(en.account.sessions.current, { exact: true }).first().waitFor()),
      )

      expect(renewals).toHaveLength(1)
    }),
  )

  it(
    'that ended in the middle of a form comes back to what was typed',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(USER)
      await page.getByLabel(en.account.profile.firstName).fill('Ugo 🥋 أوغو')
      await endAllOthers()
      await visitor.button(en.common.save).click()

      await page.getByText(en.auth.login.ended).waitFor()
      await visitor.expectAccessible()
      await fillLogin(page, USER)
      await page.getByText(problems.restored.title).waitFor()
      await expectValue(page.getByLabel(en.account.profile.firstName), 'Ugo 🥋 أوغو')
      await visitor.expectAccessible()
      await visitor.button(problems.restored.discard).click()
      await expectValue(page.getByLabel(en.account.profile.firstName), 'Ugo')
    }),
  )

  it(
    'that ended behind a dialog comes back to that dialog',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(ADMIN)
      await visitor.open('/admin/teams')
      await visitor.act('U11', en.common.edit)
      await page.getByLabel(en.admin.remark).fill('Needs a second coach')
      await page.context().clearCookies()
      await page.reload()
      await fillLogin(page, ADMIN)

      await page.getByRole('dialog').getByText(problems.restored.title).waitFor()
      await expectValue(page.getByLabel(en.admin.remark), 'Needs a second coach')
      await visitor.expectAccessible()
    }),
  )

  it(
    'ends in every tab at once',
    journey(async (visitor) => {
      const { context, page } = visitor
      await visitor.logIn(USER)
      const other = await context.newPage()
      await other.goto(page.url())
      await heading(other, en.account.profile.title).waitFor()

      await visitor.button(en.common.logout).click()

      await heading(other, en.auth.loggedOut.title).waitFor()
      await visitor.heading(en.auth.loggedOut.title).waitFor()
      await page.goBack()
      await page.waitForURL(/\/auth\/login/)
    }),
  )

  it(
    'loses a role: the menu follows, and a link explains itself',
    journey(async (visitor) => {
      const { context, page } = visitor
      await context.clock.install()
      await visitor.logIn('author@kwai.example')
      await link(page, en.common.nav.stories).waitFor()
      const admin = await visit()
      await admin.logIn(ADMIN)
      await setAuthorActive(admin, false)

      await context.clock.fastForward('00:01:00')
      await link(page, en.common.nav.pages).click()

      await visitor.heading(en.common.forbidden.title).waitFor()
      await visitor.expectAccessible()
      await visitor.open('/account')
      await link(page, en.common.nav.password).waitFor()
      expect(await link(page, en.common.nav.stories).count()).toBe(0)
      await setAuthorActive(admin, true)
      expect(admin.faults).toEqual([])
    }),
  )
})

describe('what is typed', () => {
  it(
    'outlives a lost connection and a server that fails',
    journey(async (visitor) => {
      const { context, page } = visitor
      await visitor.logIn(USER)
      const name = page.getByLabel(en.account.profile.lastName)
      await name.fill('Umans-Nieuw')

      await context.setOffline(true)
      await visitor.button(en.common.save).click()
      await page.getByRole('alert').getByText(problems.offline.title).waitFor()
      await page.getByText(en.common.offline).waitFor()
      await visitor.expectAccessible()
      await context.setOffline(false)
      const badGateway = (route: Route) => route.fulfill({ status: 502 })
      await visitor.failing('**/api/v1/auth/user', badGateway, async () => {
        await visitor.button(en.common.save).click()
        await page.getByText(problems.unavailable.title).waitFor()
      })
      await expectValue(name, 'Umans-Nieuw')

      await visitor.button(en.common.save).click()
      await visitor.told(en.common.saved).waitFor()
      await name.fill('Umans')
      await visitor.saveAgain(en.common.save)
    }),
  )

  it(
    'is not left behind by the back button',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn(USER)
      await link(page, en.common.nav.sessions).click()
      await visitor.heading(en.account.sessions.title).waitFor()
      await link(page, en.common.nav.profile).click()
      await page.getByLabel(en.account.profile.firstName).fill('Somebody else')
      await page.goBack()
      await page.getByRole('alertdialog').waitFor()
      await visitor.expectAccessible()
      await visitor.button(en.common.leave.stay).click()
      // Until then a step back would be a second one.
      await page.waitForURL(/\/account$/)

      await expectValue(page.getByLabel(en.account.profile.firstName), 'Somebody else')
      await page.goBack()
      await visitor.button(en.common.leave.confirm).click()
      await visitor.heading(en.account.sessions.title).waitFor()
    }),
  )

  it(
    'meets what somebody else saved, and neither is lost',
    journey(async (visitor) => {
      const { page } = visitor
      const other = await visit()
      await Promise.all([visitor.logIn(ADMIN), other.logIn(ADMIN)])
      for (const each of [visitor, other]) {
        await each.open('/admin/teams')
        await each.act('Kata', en.common.edit)
      }
      await other.page.getByLabel(en.admin.remark).fill('On Sundays')
      await other.button(en.common.save).click()
      await other.told(en.common.saved).waitFor()

      await page.getByLabel(en.admin.remark).fill('In the small hall')
      await visitor.button(en.common.save).click()
      await page.getByText(problems.stale.title).waitFor()
      await page.getByText('On Sundays').first().waitFor()
      await visitor.expectAccessible()
      await visitor.button(problems.conflictView.keep.yours).click()
      await visitor.button(problems.conflictView.goOn).click()
      await visitor.button(en.common.save).click()

      await page.getByRole('row').filter({ hasText: 'In the small hall' }).waitFor()
      expect(other.faults).toEqual([])
    }),
  )
})

describe('a club', () => {
  it(
    'keeps its own time, wherever one looks from',
    journey(
      async (visitor) => {
        await visitor.open('/trainings/1')
        const there = await visitor.page.locator('main dl').innerText()
        const home = await visit()
        await home.open('/trainings/1')

        expect(there).toBe(await home.page.locator('main dl').innerText())
        expect(there).toContain('18:00')
      },
      { timezone: 'America/Los_Angeles' },
    ),
  )

  it(
    'speaks its own language to who speaks none of ours',
    journey(
      async (visitor) => {
        await visitor.page.route('**/portal/settings', async (route) => {
          const response = await route.fetch()
          const json = (await response.json()) as { meta: object }
          await route.fulfill({ response, json: { ...json, meta: { ...json.meta, default_locale: 'fr' } } })
        })
        await visitor.open('/')

        await visitor.page.getByRole('link', { name: fr.site.login }).waitFor()
        await visitor.page.locator('html[lang=fr]').waitFor()
      },
      { locale: 'ja-JP' },
    ),
  )
})

function link(page: Page, name: string) {
  return page.getByRole('link', { name, exact: true }).first()
}

function heading(page: Page, name: string) {
  return page.getByRole('heading', { name, exact: true }).first()
}

async function fillLogin(page: Page, email: string): Promise<void> {
  await page.getByLabel(en.auth.email).fill(email)
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.getByRole('button', { name: en.auth.login.submit, exact: true }).click()
}

/** End every session of the user but one that is opened for it. */
async function endAllOthers(): Promise<void> {
  const elsewhere = await visit()
  await elsewhere.logIn(USER)
  await elsewhere.open('/account/sessions')
  await elsewhere.button(en.account.sessions.endOthers).click()
  await elsewhere.page
    .getByRole('alertdialog')
    .getByRole('button', { name: en.account.sessions.endOthers })
    .click()
  await elsewhere.page.getByText(en.account.sessions.endedOthers).first().waitFor()
  await elsewhere.context.close()
}

async function setAuthorActive(admin: Visit, active: boolean): Promise<void> {
  const { page } = admin
  await admin.open('/admin/authors')
  await admin.act('Arthur', en.common.edit)
  const isActive = page.getByRole('switch', { name: en.admin.active })
  if ((await isActive.isChecked()) !== active) await isActive.click()
  await admin.saveAgain(en.common.save)
}
