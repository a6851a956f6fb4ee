import { describe, expect, it } from 'vitest'

import { LANGUAGES } from '.'

type Messages = { [key: string]: string | Messages }

const files = import.meta.glob<Messages>('../locales/*/*.json', { import: 'default', eager: true })
const sources = import.meta.glob<string>(['../**/*.{ts,vue}', '!../**/*.test.ts', '!../api/schema.d.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const code = Object.values(sources).join('\n')
const languages = Object.keys(LANGUAGES)
const areas = [...new Set(Object.keys(files).map((path) => areaOf(path)))]

function areaOf(path: string): string {
  return /([^/]+)\.json$/.exec(path)?.[1] ?? ''
}

function keysOf(messages: Messages, prefix: string): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}.${key}`] : keysOf(value, `${prefix}.${key}`),
  )
}

function keysIn(language: string): string[] {
  return areas.flatMap((area) => keysOf(files[`../locales/${language}/${area}.json`] ?? {}, area))
}

function placeholders(language: string): Record<string, string[]> {
  const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
  const flat = (messages: Messages, prefix: string): [string, string[]][] =>
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}.${key}`, names(value)]] : flat(value, `${prefix}.${key}`),
    )
  return Object.fromEntries(
    areas.flatMap((area) => flat(files[`../locales/${language}/${area}.json`] ?? {}, area)),
  )
}

const isOfArea = new RegExp(`^(${areas.join('|')})\\.`)
const literals = new Set(
  [...code.matchAll(/'([a-zA-Z][\w.-]*\.[\w.-]+)'/g)].map((match) => match[1] ?? ''),
)
/** Keys that are put together: `admin.roles.${role}`. */
const patterns = [...code.matchAll(/`([a-zA-Z][\w.]*\.[^`]*\$\{[^`]*)`/g)]
  .map((match) => match[1] ?? '')
  .filter((text) => isOfArea.test(text))
  .map((text) => text.replace(/\$\{[^}]*\}/g, '*').split('*').map(escape).join('[\\w.]+'))
  .map((pattern) => new RegExp(`^${pattern}$`))

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

describe('messages', () => {
  it.each(languages)('has every file in %s', (language) => {
    const missing = areas.filter((area) => !files[`../locales/${language}/${area}.json`])

    expect(missing).toEqual([])
  })

  it.each(languages)('says the same in %s as in nl', (language) => {
    expect(keysIn(language).sort()).toEqual(keysIn('nl').sort())
    expect(placeholders(language)).toEqual(placeholders('nl'))
  })

  it('has every message that is used', () => {
    const known = new Set(keysIn('nl'))
    const called = [...code.matchAll(/\b(?:\$?te?|title:|label:|text:)\s*\(?\s*'([\w.]+)'/g)]
    const used = called.map((match) => match[1] ?? '').filter((key) => isOfArea.test(key))

    expect([...new Set(used)].filter((key) => !known.has(key))).toEqual([])
  })

  it('uses every message', () => {
    const unused = keysIn('nl').filter(
      (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )

    expect(unused).toEqual([])
  })
})
