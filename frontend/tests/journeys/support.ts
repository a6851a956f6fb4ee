/** A person with a browser: what a journey sees, and what must never happen on the way. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { AxeResults, RunOnly } from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
  type Request,
  type Route,
} from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'

import account from '@/locales/en/account.json'
import admin from '@/locales/en/admin.json'
import auth from '@/locales/en/auth.json'
import author from '@/locales/en/author.json'
import coach from '@/locales/en/coach.json'
import common from '@/locales/en/common.json'
import portal from '@/locales/en/portal.json'
import problems from '@/locales/en/problems.json'

import { type Role, SCREENS } from './screens'

export const en = { account, admin, auth, author, coach, common, portal }
export { problems }

export const BASE = given('KWAI_BASE')
export const PASSWORD = given('KWAI_DEMO_PASSWORD')
const MAILS = given('KWAI_MAILS')
const ARTIFACTS = given('KWAI_ARTIFACTS')
const PATIENCE_MS = 30_000
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// What another width and other colours can break.
const BY_LOOK = ['color-contrast', 'target-size']
const PHONE = { width: 360, height: 780 }
const DESK = { width: 1280, height: 900 }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
const opened: Visit[] = []

export interface Mail {
  to: string
  subject: string
  text: string
}

export interface VisitOptions {
  phone?: boolean
  dark?: boolean
  locale?: string
  timezone?: string
}

const QUIET_MS = 80

/** One person's browser window. */
export class Visit {
  readonly faults: string[] = []
  private readonly running = new Set<Request>()
  private asked = 0

  readonly context: BrowserContext
  readonly page: Page

  constructor(context: BrowserContext, page: Page) {
    this.context = context
    this.page = page
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('console', (message) => {
      // A refused request is logged by the browser itself; the page tells the person about it.
      const isRefusal = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isRefusal) this.faults.push(message.text())
    })
    page.on('pageerror', (error) => this.faults.push(String(error)))
    page.on('request', (request) => {
      this.running.add(request)
      this.asked += 1
      const { origin } = new URL(request.url())
      if (origin !== BASE && origin !== 'null') this.faults.push(`foreign: ${request.url()}`)
    })
    page.on('requestfinished', (request) => this.running.delete(request))
    page.on('requestfailed', (request) => this.running.delete(request))
    page.on('response', (response) => {
      // What an older page asked for is of no interest to a newer one.
      if (!response.request().isNavigationRequest()) return
      this.running.clear()
      this.running.add(response.request())
    })
  }

  async open(path: string): Promise<void> {
    await this.page.goto(BASE + path)
    await this.settle()
  }

  /** Turn the window into that of a phone or a desk, light or dark. */
  async show({ phone, dark }: VisitOptions): Promise<void> {
    await this.page.setViewportSize(phone ? PHONE : DESK)
    await this.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    // Between two colours nothing is readable.
    await this.page.evaluate(async () => {
      await new Promise(requestAnimationFrame)
      const running = document.getAnimations().filter((each) => each instanceof CSSTransition)
      await Promise.allSettled(running.map((each) => each.finished))
    })
  }

  /** Wait until the page has what it asked for, and has nothing left to do with it. */
  async settle(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS
    let asked: number
    do {
      await this.waitUntilQuiet(deadline)
      asked = this.asked
      // On a busy machine a page is quiet for long between an answer and the next question.
      await this.waitForItsTurn()
    } while (asked !== this.asked || this.running.size > 0)
  }

  private async waitUntilQuiet(deadline: number): Promise<void> {
    let quietSince = Date.now()
    while (Date.now() - quietSince < QUIET_MS) {
      if (this.running.size > 0) quietSince = Date.now()
      if (Date.now() > deadline) throw new Error(`${this.page.url()} keeps asking the server.`)
      await pause(10)
    }
  }

  /** A timer waits for its turn; an idle callback waits for a frame as well, which may never come. */
  private async waitForItsTurn(): Promise<void> {
    const turn = () => new Promise<void>((resolve) => void setTimeout(resolve))
    // A page that makes way for another one takes its answer along.
    await this.page.evaluate(turn).catch(() => (this.asked += 1))
  }

  async logIn(email: string, password = PASSWORD): Promise<void> {
    await this.open('/auth/login')
    await this.page.getByLabel(/mail/i).fill(email)
    await this.page.locator('input[type=password]').fill(password)
    await this.page.locator('form button[type=submit]').click()
    await this.page.waitForURL((url) => !url.pathname.startsWith('/auth/login'))
    await this.settle()
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Exact: a part of a heading may stand on the page before as well. */
  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { name, exact: true }).first()
  }

  /** A text of its own, not a part of another one: "Saved" is in "Not saved yet". */
  told(text: string) {
    return this.page.getByText(text, { exact: true }).first()
  }

  /** Choose an action of the menu of a row. */
  async act(row: string | RegExp, action: string): Promise<void> {
    const line = this.page.getByRole('row').filter({ hasText: row }).first()
    await line.getByRole('button', { name: /^Actions for/ }).click()
    await this.page.getByRole('menuitem', { name: action, exact: true }).click()
  }

  /** Change what exists, and wait until the server has it and the page knows. */
  async change(act: () => Promise<void>): Promise<void> {
    const [answer] = await Promise.all([
      this.page.waitForResponse((each) => each.request().method() === 'PATCH'),
      act(),
    ])
    expect(answer.status()).toBe(200)
    await this.settle()
  }

  saveAgain(button: string): Promise<void> {
    return this.change(() => this.button(button).click())
  }

  /**
   * What is sent there fails in this way while something is done; what is read does not.
   *
   * The route stays until all is quiet: Playwright never hears of a request that begins just when
   * its last route goes, as that of `{ times: 1 }` does while the page is at work.
   */
  async failing(
    url: string,
    fail: (route: Route) => Promise<void>,
    act: () => Promise<void>,
  ): Promise<void> {
    const answer = (route: Route) =>
      route.request().method() === 'GET' ? route.continue() : fail(route)
    await this.page.route(url, answer)
    await act()
    await this.settle()
    await this.page.unroute(url, answer)
  }

  /** Nothing on this screen violates WCAG 2.2 A or AA, and it fits its window. */
  async expectAccessible(only: RunOnly = { type: 'tag', values: WCAG }): Promise<void> {
    await this.settle()
    const found = await this.runAxe(only)
    expect(found, this.page.url()).toEqual([])
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${this.page.url()} is wider than its window`).toBeLessThanOrEqual(0)
  }

  /** Sent by the debugger, because the content policy of the page forbids to add a script. */
  private async runAxe(only: RunOnly): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe)
    // What passes is most of it, and nobody reads it: it stays where it is.
    return this.page.evaluate<string[], RunOnly>(async (runOnly) => {
      const { axe } = window as unknown as {
        axe: { run: (root: Document, options: object) => Promise<AxeResults> }
      }
      const results = await axe.run(document, { runOnly, resultTypes: ['violations'] })
      return results.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
      )
    }, only)
  }

  async keepPicture(name: string): Promise<void> {
    mkdirSync(ARTIFACTS, { recursive: true })
    await this.page.screenshot({ path: join(ARTIFACTS, `${name}.png`), fullPage: true })
    writeFileSync(join(ARTIFACTS, `${name}.txt`), [this.page.url(), ...this.faults].join('\n'))
  }
}

/** Start the browser before the journeys of a file, and look for faults after them. */
export function useBrowser(): void {
  beforeAll(async () => {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    browser = await chromium.launch({ executablePath: given('KWAI_CHROMIUM'), args: sandbox })
  })
  afterAll(async () => {
    await browser.close()
    opened.length = 0
  })
}

export async function visit(options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: options.phone ? PHONE : DESK,
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'en-GB',
    ...(options.timezone && { timezoneId: options.timezone }),
    reducedMotion: 'reduce',
  })
  const opening = new Visit(context, await context.newPage())
  opened.push(opening)
  return opening
}

/** Play a journey; what went wrong is kept as a picture, and a silent fault fails it as well. */
export function journey(play: (visitor: Visit) => Promise<void>, options: VisitOptions = {}) {
  return async ({ task }: { task: { name: string } }): Promise<void> => {
    const visitor = await visit(options)
    try {
      await play(visitor)
      expect(visitor.faults).toEqual([])
    } catch (error) {
      await visitor.keepPicture(task.name.replace(/\W+/g, '-'))
      throw error
    } finally {
      await visitor.context.close()
    }
  }
}

/** Look at each screen of a role: at a desk in the light, on a phone in the dark. */
export function seeEvery(role: Role) {
  return journey(async (visitor) => {
    if (role !== 'visitor') await visitor.logIn(`${role}@kwai.example`)
    for (const path of SCREENS[role]) {
      await visitor.show({})
      await visitor.open(path)
      await visitor.page.locator('h1').waitFor()
      await visitor.expectAccessible()
      await visitor.show({ phone: true, dark: true })
      await visitor.expectAccessible({ type: 'rule', values: BY_LOOK })
    }
  })
}

export async function expectValue(field: Locator, value: string): Promise<void> {
  await expect.poll(() => field.inputValue()).toBe(value)
}

/** Wait for a mail with a link to a page, and give that link as a path. */
export async function mailedLink(to: string, page: string): Promise<string> {
  const link = new RegExp(`/auth/${page}#\\S+`)
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const mails = await readMails(to)
    const found = mails.map((mail) => link.exec(mail.text)?.[0]).findLast((path) => path)
    if (found) return found
    await pause(50)
  }
  throw new Error(`No mail with a link to ${page} for ${to}.`)
}

export async function waitForMail(to: string, text: RegExp): Promise<Mail> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const found = (await readMails(to)).find((mail) => text.test(mail.subject + mail.text))
    if (found) return found
    await pause(50)
  }
  throw new Error(`No mail like ${text} for ${to}.`)
}

async function readMails(to: string): Promise<Mail[]> {
  const answer = await fetch(`${MAILS}?to=${encodeURIComponent(to)}`)
  return (await answer.json()) as Mail[]
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

export function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: backend/tests/browser starts the journeys.`)
  return value
}
