import { useQueryClient } from '@tanstack/vue-query'
import { reactive, ref } from 'vue'

import { ApiError } from '@/api/errors'
import { type Expectation, expect, touch } from '@/api/queries'

import { withStepUp } from './stepUp'
import { useProblems } from './useProblems'
import { useToast } from './useToast'

interface ActionOptions<A extends unknown[], R> {
  /** What is said when it worked. */
  ok?: (result: R, ...given: A) => string
  /** Paths whose lists and resources show the change. */
  touches?: readonly string[]
  /** How it will look; shown before the server has answered. */
  optimistic?: (...given: A) => Expectation
  /** `inline`: the screen shows `error` itself. */
  errors?: 'toast' | 'inline'
}

/** Something a person does with a button: once at a time, told when done, told when not. */
export function useAction<A extends unknown[], R>(
  act: (...given: A) => Promise<R>,
  options: ActionOptions<A, R> = {},
) {
  const queries = useQueryClient()
  const toast = useToast()
  const { problemText } = useProblems()
  const isBusy = ref(false)
  const error = ref<ApiError | null>(null)

  /** The result; undefined when it failed, or runs already. */
  async function run(...given: A): Promise<R | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    error.value = null
    const takeBack = options.optimistic ? expect(queries, options.optimistic(...given)) : undefined
    try {
      const result = await withStepUp(() => act(...given))
      if (options.ok) toast.ok(options.ok(result, ...given))
      await touch(queries, options.touches ?? [])
      return result
    } catch (caught) {
      takeBack?.()
      fail(caught)
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  function fail(caught: unknown): void {
    if (!(caught instanceof ApiError)) throw caught
    // Somebody changed their mind.
    if (caught.kind === 'cancelled') return
    error.value = caught
    const { title, text } = problemText(caught)
    if (options.errors !== 'inline') toast.error(`${title}. ${text}`)
  }

  return reactive({ run, isBusy, error })
}
