import { useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, ref, shallowRef, watch } from 'vue'

import { ApiError } from '@/api/errors'
import { touch } from '@/api/queries'

import { useDraft } from './form/useDraft'
import { useFieldErrors } from './form/useFieldErrors'
import { changedIn, close, copy, type FormValues, isEqual, merge, type Merge, open } from './form/values'
import { withStepUp } from './stepUp'
import type { ProblemTexts } from './useProblems'
import { useToast } from './useToast'
import { useUnsavedChanges } from './useUnsavedChanges'

export interface FormOptions<V extends object, E, R> {
  /** The values of something new. */
  values: () => V
  /** What is edited, as soon as it is there. */
  source?: () => E | undefined
  read?: (entity: E) => V
  /** What the server would refuse, said at once: a text per field, '' when it is fine. */
  check?: (values: V) => Partial<Record<keyof V & string, string>>
  save: (values: V, context: { changed: Partial<V>; entity: E | undefined }) => Promise<R>
  saved?: (result: R, values: V) => unknown
  ok?: (result: R) => string
  touches?: readonly string[]
  /** Under which name what was typed is kept until it is saved. */
  draft?: () => string | undefined
  /** Never kept: passwords. */
  secret?: readonly (keyof V & string)[]
  /** Fields that hold others: when two people changed them, each of these is chosen by itself. */
  parts?: readonly (keyof V & string)[]
  /** Reads what is edited again, after somebody else changed it. */
  again?: () => Promise<E | undefined>
  names?: Readonly<Record<string, string>>
  texts?: ProblemTexts
  /** False: leaving with changes does not ask. */
  leave?: boolean
}

export interface Conflict {
  /** Who was quicker, and when: as far as the server tells. */
  by?: string
  at?: string
  fields: { name: string; theirs: unknown; yours: unknown }[]
  merged: string[]
  keep: (name: string, whose: 'theirs' | 'yours') => void
  reapply: () => void
  takeTheirs: () => void
}

/** The behaviour of a form: nothing typed is lost, and every refusal stands where it belongs. */
export function useForm<V extends object, E = never, R = unknown>(options: FormOptions<V, E, R>) {
  const queries = useQueryClient()
  const toast = useToast()

  // What the values were read from: its version is the one that may be overwritten, whatever the
  // cache has learned since.
  const entity = shallowRef(options.source?.())
  const base = shallowRef(readSource(entity.value))
  const values = reactive(copy(base.value)) as V
  const problem = shallowRef<ApiError | null>(null)
  const conflict = shallowRef<Conflict | null>(null)
  const isSaving = ref(false)
  const restored = ref(false)
  const parts = options.parts ?? []
  const isDirty = computed(() => !isEqual(values, base.value))
  const { errors, check, take } = useFieldErrors(values, options)
  const draft = useDraft({
    key: () => options.draft?.(),
    values,
    base: () => base.value,
    isDirty: () => isDirty.value,
    secret: options.secret ?? [],
  })

  function readSource(from: E | undefined): V {
    return from !== undefined && options.read ? options.read(from) : options.values()
  }

  function assign(next: V): void {
    Object.assign(values, copy(next))
  }

  watch(
    () => options.source?.(),
    (arrived) => {
      const next = readSource(arrived)
      // A new version of what the values were read from may be overwritten; other values may not.
      if (isDirty.value && !isEqual(next, base.value)) return
      const isTyping = isDirty.value
      entity.value = arrived
      base.value = next
      if (isTyping) return
      assign(next)
      restoreDraft()
    },
  )

  function restoreDraft(): void {
    const found = draft.read()
    // Another base, and nothing has arrived yet: it belongs to what is still to come.
    if (!found || (entity.value === undefined && !draft.isBasedOn(found))) return
    const kept = { ...copy(base.value), ...found.values } as V
    const before = { ...copy(base.value), ...found.base } as V
    show(mergeParts(before, base.value, kept))
    restored.value = true
  }

  function fail(error: unknown): void {
    if (!(error instanceof ApiError)) throw error
    if (error.kind === 'cancelled') return
    // What has no field in this form is said above it.
    if (!take(error)) problem.value = error
  }

  async function compare(): Promise<boolean> {
    const current = await options.again?.()
    if (current === undefined || !options.read) return false
    const theirs = options.read(current)
    const merged = mergeParts(base.value, theirs, values)
    entity.value = current
    base.value = theirs
    show(merged, true)
    return true
  }

  function mergeParts(before: V, theirs: V, yours: V): Merge<FormValues> {
    const [some, other, mine] = [before, theirs, yours].map((each) => open(each as FormValues, parts))
    return merge(some ?? {}, other ?? {}, mine ?? {})
  }

  function show(merged: Merge<FormValues>, always = false): void {
    assign(close(merged.values, parts) as V)
    if (!always && merged.fields.length === 0) return
    const yours = copy(merged.values)
    conflict.value = {
      fields: merged.fields,
      merged: merged.merged,
      keep(name, whose) {
        const from = whose === 'theirs' ? open(base.value as FormValues, parts) : yours
        assign(close({ ...open(values as FormValues, parts), [name]: from[name] }, parts) as V)
      },
      reapply: () => (conflict.value = null),
      takeTheirs() {
        assign(base.value)
        conflict.value = null
      },
    }
  }

  async function submit(): Promise<R | undefined> {
    if (isSaving.value) return undefined
    problem.value = null
    if (!check()) return undefined
    isSaving.value = true
    try {
      const sent = copy(values) as V
      return await finish(await withStepUp(() => send(sent)), sent)
    } catch (error) {
      const isStale = error instanceof ApiError && error.kind === 'stale'
      if (!isStale || !(await compare().catch(() => false))) fail(error)
      else if (conflict.value) conflict.value = { ...conflict.value, ...quicker(error) }
      return undefined
    } finally {
      isSaving.value = false
    }
  }

  function send(sent: V): Promise<R> {
    const changed = changedIn(sent as FormValues, base.value as FormValues) as Partial<V>
    return options.save(copy(sent), { changed, entity: entity.value })
  }

  async function finish(result: R, sent: V): Promise<R> {
    // What was saved is the new starting point; what was typed meanwhile is not saved.
    base.value = sent
    conflict.value = null
    restored.value = false
    draft.forget()
    await touch(queries, options.touches ?? [])
    await options.saved?.(result, sent)
    if (options.ok) toast.ok(options.ok(result))
    return result
  }

  function reset(): void {
    entity.value = options.source?.()
    base.value = readSource(entity.value)
    assign(base.value)
    errors.value = {}
    problem.value = null
    conflict.value = null
    restored.value = false
    draft.forget()
  }

  if (options.leave !== false) {
    useUnsavedChanges(
      () => isDirty.value && !isSaving.value,
      () => assign(base.value),
    )
  }
  restoreDraft()

  return reactive({
    values,
    errors,
    problem,
    conflict,
    isSaving,
    isDirty,
    restored,
    submit,
    reset,
    discardDraft: reset,
  })
}

function quicker(error: ApiError): Pick<Conflict, 'by' | 'at'> {
  const { changed_by: by, changed_at: at } = error.errors[0]?.meta ?? {}
  return {
    ...(typeof by === 'string' ? { by } : {}),
    ...(typeof at === 'string' ? { at } : {}),
  }
}

/** What every form has, whatever its values. */
export interface Form {
  readonly problem: ApiError | null
  readonly conflict: Conflict | null
  readonly restored: boolean
  readonly isSaving: boolean
  readonly isDirty: boolean
  submit: () => Promise<unknown>
  reset: () => void
  discardDraft: () => void
}
