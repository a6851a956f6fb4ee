import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { given, journey, useBrowser, visit, type Visit } from './support'

const PER_STORY = 150
const ALLOWED_SCHEMES = ['http:', 'https:', 'mailto:']

interface HostileText {
  source: string
  html: string
}

// What the server makes of each text when it stores a story.
const texts = JSON.parse(readFileSync(given('KWAI_TEXTS'), 'utf8')) as HostileText[]

useBrowser()

it(
  'reads hostile stories, and nothing in them is alive',
  journey(async (reader) => {
    expect(texts.length).toBeGreaterThanOrEqual(1000)
    for (let from = 0; from < texts.length; from += PER_STORY) {
      await openStory(reader, texts.slice(from, from + PER_STORY))
      expect(await findLive(reader)).toEqual([])
    }
    // A harmless image of the own site is asked for; that nothing else is, is a fault of the visit.
  }),
)

it('would see what is alive', async () => {
  const reader = await visit()
  const alive = '<p onclick="x()">x</p><a href="javascript:x()">x</a><iframe></iframe>'
  await openStory(reader, [{ source: '', html: alive }])

  expect(await findLive(reader)).toEqual(['P onclick', 'A javascript:', 'IFRAME'])
  await expect.poll(() => reader.faults.join()).toContain('Content Security Policy')
  await reader.context.close()
})

async function openStory(reader: Visit, shown: readonly HostileText[]): Promise<void> {
  const html = shown.map((text) => `<section>${text.html}</section>`).join('')
  await reader.page.route(/\/api\/v1\/news\/stories\/\d+/, async (route) => {
    const answer = await route.fetch()
    const document = (await answer.json()) as { data: { attributes: Record<string, unknown> } }
    replaceHtml(document.data.attributes, html)
    await route.fulfill({ response: answer, json: document })
  })
  await reader.open('/news/1')
  await reader.page.locator('.rich-text section').nth(shown.length - 1).waitFor({ state: 'attached' })
  // What the story asks for is seen before the route goes: see `failing`.
  await reader.settle()
  await reader.page.unrouteAll()
}

/** Every html_content in the document, wherever the language has put it. */
function replaceHtml(value: unknown, html: string): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    if (name === 'html_content') (value as Record<string, unknown>)[name] = html
    else replaceHtml(member, html)
  }
}

function findLive(reader: Visit): Promise<string[]> {
  return reader.page.evaluate((schemes) => {
    const LIVE = 'script, style, iframe, object, embed, form, input, svg, math, link, meta, base, video, template'
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('.rich-text *')) {
      if (element.matches(LIVE)) found.push(element.tagName)
      const names = element.getAttributeNames()
      found.push(
        ...names
          .filter((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
          .map((name) => `${element.tagName} ${name}`),
      )
      if (element instanceof HTMLAnchorElement && element.href && !schemes.includes(element.protocol)) {
        found.push(`A ${element.protocol}`)
      }
      if (element instanceof HTMLImageElement && element.src && new URL(element.src).origin !== location.origin) {
        found.push(`IMG ${element.src}`)
      }
    }
    return found
  }, ALLOWED_SCHEMES)
}
