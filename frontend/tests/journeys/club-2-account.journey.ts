import { describe, expect, it } from 'vitest'

import { en, journey, mailedLink, PASSWORD, seeEvery, useBrowser, visit } from './support'

const NELE = { email: 'nele@kwai.example', first: 'Nele', last: 'Nieuw' }
const FIRST = 'tomoe nage tonight'
const SECOND = 'sasae tsurikomi ashi'

useBrowser()

describe('an account', () => {
  it(
    'is opened with the keyboard alone',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.open('/auth/login')
      await page.getByLabel(en.auth.email).focus()
      await page.keyboard.type('user@kwai.example')
      await page.keyboard.press('Tab')
      await page.keyboard.type(PASSWORD)
      await page.keyboard.press('Enter')

      await page.waitForURL(/\/account/)
      await visitor.heading(en.account.profile.title).waitFor()
      await visitor.expectAccessible()
    }),
  )

  it(
    'tells a wrong password and a page that is for others',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.open('/auth/login')
      await page.getByLabel(en.auth.email).fill('user@kwai.example')
      await page.locator('input[type=password]').fill('wrong, quite wrong')
      await visitor.button(en.auth.login.submit).click()
      await page.getByText(en.auth.login.wrong).waitFor()
      await visitor.expectAccessible()

      await visitor.logIn('user@kwai.example')
      await visitor.open('/admin/users')

      await visitor.heading(en.common.forbidden.title).waitFor()
      await visitor.expectAccessible()
    }),
  )

  it(
    'comes with an invitation, by the link in the mail',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn('admin@kwai.example')
      await visitor.open('/admin/invitations')
      await visitor.button(en.admin.invitations.invite).first().click()
      await page.getByRole('dialog').waitFor()
      await visitor.expectAccessible()
      await visitor.button(en.admin.invitations.send).click()
      await page.getByText(en.admin.required).first().waitFor()
      await page.getByLabel(en.admin.users.email).fill(NELE.email)
      await page.getByLabel(en.admin.firstName).fill(NELE.first)
      await page.getByLabel(en.admin.lastName).fill(NELE.last)
      await visitor.button(en.admin.invitations.send).click()
      await page.getByRole('row').filter({ hasText: NELE.email }).waitFor()

      const invited = await visit()
      await invited.open(await mailedLink(NELE.email, 'invite'))
      await invited.page.locator('input[type=password]').fill(FIRST)
      await invited.expectAccessible()
      await invited.page.locator('form button[type=submit]').click()
      await invited.page.waitForURL((url) => !url.pathname.startsWith('/auth/invite'))
      await invited.settle()
      await invited.logIn(NELE.email, FIRST)

      await invited.page.getByText(`${NELE.first} ${NELE.last}`).first().waitFor()
      expect(invited.faults).toEqual([])
    }),
  )

  it(
    'gets a new password by the link in the mail, which ends what was open',
    journey(async (visitor) => {
      const elsewhere = await visit()
      await elsewhere.logIn(NELE.email, FIRST)

      const { page } = visitor
      await visitor.open('/auth/recover')
      await page.getByLabel(en.auth.email).fill(NELE.email)
      await visitor.expectAccessible()
      await visitor.button(en.auth.recover.submit).click()
      await visitor.heading(en.auth.recover.sent).waitFor()
      await visitor.open(await mailedLink(NELE.email, 'reset'))
      await page.locator('input[type=password]').fill(SECOND)
      await visitor.expectAccessible()
      await visitor.button(en.auth.reset.submit).click()
      await visitor.heading(en.auth.reset.done).waitFor()
      await visitor.logIn(NELE.email, SECOND)

      await elsewhere.page.reload()
      await elsewhere.page.waitForURL(/\/auth\/login/)
    }),
  )

  it('sees every screen', seeEvery('user'))

  it(
    'finds its way on a phone',
    journey(
      async (visitor) => {
        const { page } = visitor
        await visitor.logIn('admin@kwai.example')
        const mails = page.getByRole('link', { name: en.common.nav.mails, exact: true })
        await visitor.button(en.common.menu).click()
        await mails.waitFor()
        await visitor.expectAccessible()
        await mails.click()
        await page.waitForURL(/\/admin\/mails/)
        await visitor.heading(en.common.nav.mails).waitFor()
        await visitor.expectAccessible()

        await page.locator('h1:focus').waitFor()
      },
      { phone: true },
    ),
  )
})
