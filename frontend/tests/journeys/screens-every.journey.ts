import { join } from 'node:path'

import { it } from 'vitest'

import { type Role, SCREENS } from './screens'
import { given, journey, useBrowser } from './support'

const MINUTES_MS = 600_000
const LOOKS = [
  ['light', {}],
  ['dark', { dark: true }],
  ['phone-light', { phone: true }],
  ['phone-dark', { phone: true, dark: true }],
] as const

useBrowser()

for (const role of Object.keys(SCREENS) as Role[]) {
  it(
    `photographs what a ${role} sees`,
    journey(async (visitor) => {
      if (role !== 'visitor') await visitor.logIn(`${role}@kwai.example`)
      for (const path of SCREENS[role]) {
        await visitor.open(path)
        for (const [look, options] of LOOKS) {
          await visitor.show(options)
          await visitor.settle()
          const name = path.replace(/#.*/, '').replace(/\W+/g, '-').replace(/^-/, '') || 'home'
          const file = join(given('KWAI_SCREENSHOTS'), role, `${name}-${look}.png`)
          await visitor.page.screenshot({ path: file, fullPage: true })
        }
      }
    }),
    MINUTES_MS,
  )
}
