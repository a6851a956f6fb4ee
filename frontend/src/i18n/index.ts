/** Messages: one file per area and language, loaded when the area is entered. */

import { createI18n } from 'vue-i18n'

export const LANGUAGES = { nl: 'Nederlands', en: 'English', fr: 'Français' } as const
export type Language = keyof typeof LANGUAGES

type Messages = Record<string, unknown>

const KEY = 'kwai.language'
/** Files that every page needs. */
const SHARED = ['common', 'problems']

const files = import.meta.glob<Messages>('../locales/*/*.json', { import: 'default' })
const areas = new Set(SHARED)

export const i18n = createI18n({
  legacy: false,
  locale: initialLanguage(),
  messages: {},
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
})

/** Load the messages of an area in the language that is shown. */
export async function loadArea(area: string): Promise<void> {
  areas.add(area)
  await loadMessages(i18n.global.locale.value as Language)
}

/** Show another language, and remember it on this device. */
export async function setLanguage(language: Language): Promise<void> {
  await showLanguage(language)
  remember(language)
}

/** Show a language that nobody chose. */
export async function showLanguage(language: Language): Promise<void> {
  await loadMessages(language)
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

/** Tell whether somebody chose a language on this device. */
export function hasChosenLanguage(): boolean {
  return stored() !== undefined
}

/** Tell whether this device or its browser names a language that we have. */
export function knowsLanguage(): boolean {
  return wantedLanguage() !== undefined
}

export function isLanguage(text: string): text is Language {
  return text in LANGUAGES
}

async function loadMessages(language: Language): Promise<void> {
  const loaded = i18n.global.getLocaleMessage(language) as Messages
  const missing = [...areas].filter((area) => !(area in loaded))
  await Promise.all(
    missing.map(async (area) => {
      const load = files[`../locales/${language}/${area}.json`]
      if (load) i18n.global.mergeLocaleMessage(language, { [area]: await load() })
    }),
  )
}

function initialLanguage(): Language {
  const language = wantedLanguage() ?? 'nl'
  document.documentElement.lang = language
  return language
}

function wantedLanguage(): Language | undefined {
  const wanted = [stored(), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wanted.find((tag): tag is Language => tag !== undefined && isLanguage(tag))
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    // A browser may forbid storage; then nothing is remembered.
    return undefined
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    return
  }
}
