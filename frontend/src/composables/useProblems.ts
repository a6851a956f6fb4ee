import { useI18n } from 'vue-i18n'

import { ApiError, type ErrorObject } from '@/api/errors'

export interface ProblemText {
  title: string
  text: string
  requestId: string | undefined
}

/** Own words for `field.code`, or for a code at any field. */
export type ProblemTexts = Readonly<Record<string, () => string>>

/** Puts into words, in the language of the reader, what went wrong and what to do about it. */
export function useProblems() {
  const { t, te } = useI18n()

  function problemText(error: unknown): ProblemText {
    if (!(error instanceof ApiError)) return textsOf('server', undefined)
    const texts = textsOf(error.kind, error.requestId, waitOf(error))
    const own = ['invalid', 'conflict'].includes(error.kind) ? error.errors[0] : undefined
    return own ? { ...texts, text: sentence(own, {}) } : texts
  }

  function textsOf(kind: string, requestId: string | undefined, wait = ''): ProblemText {
    const title = t(`problems.${kind}.title`)
    return { title, text: t(`problems.${kind}.text`, { wait }), requestId }
  }

  function waitOf(error: ApiError): string {
    const seconds = error.retryAfter ?? 60
    if (seconds < 90) return t('problems.seconds', { count: seconds }, seconds)
    const minutes = Math.ceil(seconds / 60)
    return t('problems.minutes', { count: minutes }, minutes)
  }

  function sentence(error: ErrorObject, own: ProblemTexts, field = ''): string {
    const code = error.code ?? ''
    const text = own[`${field}.${code}`] ?? own[code]
    if (text) return text()
    const told = [`problems.reasons.${String(error.meta?.reason)}`, `problems.codes.${code}`].find((key) => te(key))
    // A newer server may know more than these texts do.
    return told ? t(told, error.meta ?? {}) : (error.detail ?? error.title ?? '')
  }

  /** The texts at each field; `names` are the fields of a form that the API names otherwise. */
  function fieldTexts(
    error: ApiError,
    own: ProblemTexts = {},
    names: Readonly<Record<string, string>> = {},
  ): Record<string, string[]> {
    const texts: Record<string, string[]> = {}
    for (const [pointer, errors] of Object.entries(error.fields)) {
      const field = names[pointer] ?? pointer
      ;(texts[field] ??= []).push(...errors.map((each) => sentence(each, own, field)))
    }
    return texts
  }

  return { problemText, fieldTexts, sentence }
}
