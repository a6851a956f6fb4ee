import { shallowRef } from 'vue'

import { ApiError, isApiError } from '@/api/errors'

interface Question {
  answer: (confirmed: boolean) => void
}

/** Whether `StepUpDialog` asks for the password at this moment. */
export const stepUpQuestion = shallowRef<Question | null>(null)

/**
 * Do what may need a recently confirmed password: it is asked for, and the work done once more.
 *
 * Throws an ApiError of kind `cancelled` when the person does not want to.
 */
export async function withStepUp<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isApiError(error, 'stepUp')) throw error
    if (!(await ask())) throw new ApiError('cancelled')
    return work()
  }
}

function ask(): Promise<boolean> {
  stepUpQuestion.value?.answer(false)
  return new Promise((resolve) => {
    stepUpQuestion.value = {
      answer(confirmed) {
        stepUpQuestion.value = null
        resolve(confirmed)
      },
    }
  })
}
