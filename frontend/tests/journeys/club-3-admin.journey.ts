import { describe, expect, it } from 'vitest'

import { en, expectValue, journey, seeEvery, useBrowser, visit } from './support'

useBrowser()

describe('an administrator', () => {
  it('sees every screen', seeEvery('admin'))

  it(
    'adds a team, is told of a mistake, and loses nothing by a wrong click',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn('admin@kwai.example')
      await visitor.open('/admin/teams')
      await visitor.button(en.admin.teams.add).click()
      await visitor.button(en.common.save).click()
      await page.getByText(en.admin.required).waitFor()
      await page.getByLabel(en.admin.teams.name, { exact: true }).fill('Ünïcode 柔道 🥋')
      await page.keyboard.press('Escape')
      await visitor.button(en.common.leave.stay).click()
      await visitor.button(en.common.save).click()

      await page.getByRole('row').filter({ hasText: '柔道' }).waitFor()
      await visitor.expectAccessible()
    }),
  )

  it(
    'links a coach to an account, picked from a list',
    journey(async (visitor) => {
      const { page } = visitor
      await visitor.logIn('admin@kwai.example')
      await visitor.open('/admin/coaches?edit=1')
      const account = page.getByRole('combobox', { name: en.admin.account })
      await account.click()
      await page.getByRole('option').first().waitFor()
      await visitor.expectAccessible()
      await account.fill('Ugo')
      await expect.poll(() => page.getByRole('option').count()).toBe(1)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')

      await expectValue(account, 'Ugo Umans')
    }),
  )

  it(
    'revokes a user, whose session ends at once',
    journey(async (visitor) => {
      const revoked = await visit()
      await revoked.logIn('user@kwai.example')
      await visitor.logIn('admin@kwai.example')
      await visitor.open('/admin/users')
      await visitor.act('user@kwai.example', en.admin.users.revoke)
      await visitor.page.getByRole('alertdialog').waitFor()
      await visitor.expectAccessible()
      await visitor.button(en.admin.users.revoke).click()
      await visitor.page
        .getByRole('row')
        .filter({ hasText: 'user@kwai.example' })
        .getByText(en.admin.users.isRevoked)
        .waitFor()

      await revoked.page.getByRole('link', { name: en.common.nav.sessions }).first().click()

      await revoked.page.waitForURL(/\/auth\/login/)
      await visitor.change(() => visitor.act('user@kwai.example', en.admin.users.restore))
      expect(revoked.faults).toEqual([])
    }),
  )
})
