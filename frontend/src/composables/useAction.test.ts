import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'

import { ApiError } from '@/api/errors'

import { stepUpQuestion } from './stepUp'
import { stage } from './testing'
import { useAction } from './useAction'
import { useToasts } from './useToast'

const { toasts } = useToasts()

beforeEach(() => void toasts.splice(0))

it('says that it worked, and answers the result', async () => {
  const { result: action } = await stage(() =>
    useAction((name: string) => Promise.resolve(name.length), { ok: (n) => `Saved ${n}` }),
  )

  expect(await action.run('abc')).toBe(3)
  expect(toasts.map((each) => each.text)).toEqual(['Saved 3'])
})

it('says what went wrong, and goes on', async () => {
  const { result: action } = await stage(() =>
    useAction(() => Promise.reject(new ApiError('offline'))),
  )

  expect(await action.run()).toBeUndefined()
  expect([action.error?.kind, action.isBusy, toasts[0]?.tone]).toEqual(['offline', false, 'danger'])
})

it('leaves the error to a screen that shows it itself', async () => {
  const { result: action } = await stage(() =>
    useAction(() => Promise.reject(new ApiError('conflict')), { errors: 'inline' }),
  )

  await action.run()

  expect([action.error?.kind, toasts.length]).toEqual(['conflict', 0])
})

it('runs once, however often one clicks', async () => {
  let runs = 0
  const { result: action } = await stage(() =>
    useAction(() => new Promise((resolve) => setTimeout(() => resolve(++runs), 5))),
  )

  await Promise.all([action.run(), action.run()])

  expect(runs).toBe(1)
})

it('asks for the password when the server wants it again, and repeats', async () => {
  let attempts = 0
  const { result: action } = await stage(() =>
    useAction(() =>
      ++attempts === 1 ? Promise.reject(new ApiError('stepUp')) : Promise.resolve('done'),
    ),
  )

  const running = action.run()
  await flushPromises()
  stepUpQuestion.value?.answer(true)

  expect([await running, attempts, stepUpQuestion.value]).toEqual(['done', 2, null])
})

it('does nothing more when the password is not given', async () => {
  const { result: action } = await stage(() =>
    useAction(() => Promise.reject(new ApiError('stepUp'))),
  )

  const running = action.run()
  await flushPromises()
  stepUpQuestion.value?.answer(false)
  await running

  expect([action.error, toasts.length]).toEqual([null, 0])
})
