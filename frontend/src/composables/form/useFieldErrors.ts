import { nextTick, ref, watch } from 'vue'

import type { ApiError } from '@/api/errors'

import { type ProblemTexts, useProblems } from '../useProblems'
import { copy, type FormValues, isEqual } from './values'

interface FieldErrorOptions<V> {
  check?: (values: V) => Partial<Record<keyof V & string, string>>
  names?: Readonly<Record<string, string>>
  texts?: ProblemTexts
}

/** What stands at the fields of a form; it goes when the field is changed. */
export function useFieldErrors<V extends object>(values: V, options: FieldErrorOptions<V>) {
  const { fieldTexts } = useProblems()
  const errors = ref<Record<string, string[]>>({})

  watch(
    () => copy(values) as FormValues,
    (now, before) => {
      const isChanged = (name: string) => !isEqual(now[memberOf(name)], before[memberOf(name)])
      const left = Object.entries(errors.value).filter(([name]) => !isChanged(name))
      if (left.length < Object.keys(errors.value).length) errors.value = Object.fromEntries(left)
    },
  )

  /** Tell whether the form may be sent. */
  function check(): boolean {
    const found = Object.entries(options.check?.(values) ?? {}) as [string, string][]
    const wrong = found.filter(([, text]) => text)
    errors.value = Object.fromEntries(wrong.map(([name, text]) => [name, [text]]))
    if (wrong.length > 0) void focusFirst()
    return wrong.length === 0
  }

  /** Show what has a field in this form; false when something is left to be said elsewhere. */
  function take(error: ApiError): boolean {
    const texts = Object.entries(fieldTexts(error, options.texts, options.names))
    const known = texts.filter(([name]) => memberOf(name) in values)
    errors.value = Object.fromEntries(known)
    if (known.length > 0) void focusFirst()
    return known.length > 0 && known.length === texts.length && error.general.length === 0
  }

  return { errors, check, take }
}

/** `event.start_date` is part of the field `event`. */
function memberOf(name: string): string {
  return name.split('.')[0] ?? name
}

async function focusFirst(): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
