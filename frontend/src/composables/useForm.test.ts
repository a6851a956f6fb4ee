import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ref } from 'vue'

import { session, type User } from '@/api/session'
import { ApiError } from '@/api/errors'

import { stage } from './testing'
import { type FormOptions, useForm } from './useForm'
import { useQuestion } from './useConfirm'

interface Values {
  name: string
  remark: string
}

interface Team extends Values {
  id: string
  meta: { version: number }
}

type Save = FormOptions<Values, Team, unknown>['save']

const team = (name: string, remark = '', version = 1): Team => ({ id: '1', name, remark, meta: { version } })
const error = (pointer: string, code = 'bad_value') =>
  new ApiError('invalid', {
    status: 422,
    errors: [{ status: '422', code, source: { pointer }, meta: { reason: 'too_long', count: 3 } }],
  })
const QUICKER = { changed_by: 'Jigoro Kano', changed_at: '2026-09-01T10:00:00Z' }
const stale = () =>
  new ApiError('stale', { status: 412, errors: [{ status: '412', code: 'stale_version', meta: QUICKER }] })

const opened: (() => void)[] = []

async function open(options: Partial<FormOptions<Values, Team, unknown>> = {}) {
  const shown = await stage(() =>
    useForm<Values, Team, unknown>({
      values: () => ({ name: '', remark: '' }),
      read: ({ name, remark }) => ({ name, remark }),
      save: () => Promise.resolve('saved'),
      ...options,
    }),
  )
  opened.push(shown.leave)
  return shown
}

afterEach(() => opened.splice(0).forEach((leave) => leave()))

beforeEach(() => {
  sessionStorage.clear()
  session.update({ id: 'u1' } as User)
})

it('says which values were changed', async () => {
  const save = vi.fn<Save>(() => Promise.resolve())
  const { result: form } = await open({ source: () => team('U11', 'x'), save })
  form.values.name = 'U13'

  await form.submit()

  expect(save.mock.calls[0]?.[1]).toMatchObject({ changed: { name: 'U13' }, entity: { id: '1' } })
  expect(form.isDirty).toBe(false)
})

it('does not send what the server would refuse', async () => {
  const save = vi.fn(() => Promise.resolve())
  const { result: form } = await open({ save, check: ({ name }) => ({ name: name ? '' : 'Needed' }) })

  await form.submit()

  expect([form.errors.name, save.mock.calls.length]).toEqual([['Needed'], 0])
})

it('shows an error of the server at its field until that is changed', async () => {
  const { result: form } = await open({
    save: () => Promise.reject(error('/data/attributes/name')),
  })
  form.values.name = 'x'
  form.values.remark = 'y'

  await form.submit()
  expect([form.errors.name, form.problem]).toEqual([['This is too long: at most 3.'], null])

  form.values.remark = 'z'
  await flushPromises()
  expect(form.errors.name).toHaveLength(1)
  form.values.name = 'xx'
  await flushPromises()
  expect(form.errors).toEqual({})
})

it('says above the form what has no field in it, and keeps what was typed', async () => {
  const { result: form } = await open({
    save: () => Promise.reject(error('/data/relationships/user')),
  })
  form.values.name = 'x'

  await form.submit()

  expect([form.problem?.kind, form.values.name, form.isSaving]).toEqual(['invalid', 'x', false])
})

it('gives errors own words and own fields', async () => {
  const { result: form } = await open({
    save: () => Promise.reject(error('/data/attributes/event/title', 'already_exists')),
    names: { 'event.title': 'name' },
    texts: { 'name.already_exists': () => 'Taken' },
  })

  await form.submit()

  expect(form.errors).toEqual({ name: ['Taken'] })
})

it('is saved once, however often one clicks', async () => {
  let saved = 0
  const { result: form } = await open({
    save: () => new Promise((resolve) => setTimeout(() => resolve(++saved), 5)),
  })

  await Promise.all([form.submit(), form.submit()])

  expect(saved).toBe(1)
})

it('what is typed while it is saved is not saved', async () => {
  let answer: (result: string) => void = () => undefined
  const { result: form } = await open({ save: () => new Promise((resolve) => (answer = resolve)) })
  form.values.name = 'x'
  const saving = form.submit()
  form.values.remark = 'late'

  answer('saved')
  await saving

  expect([form.isDirty, form.values]).toEqual([true, { name: 'x', remark: 'late' }])
})

it('shows what somebody else changed meanwhile, and lets one save over it', async () => {
  const current = ref(team('U11', 'old'))
  const save = vi.fn().mockRejectedValueOnce(stale()).mockResolvedValue('saved')
  const { result: form } = await open({
    source: () => current.value,
    save,
    again: () => Promise.resolve((current.value = team('U12', 'new', 2))),
  })
  form.values.name = 'U13'

  await form.submit()
  expect(form.conflict?.fields).toEqual([{ name: 'name', theirs: 'U12', yours: 'U13' }])
  expect(form.conflict?.merged).toEqual(['remark'])
  expect(form.conflict).toMatchObject({ by: 'Jigoro Kano', at: '2026-09-01T10:00:00Z' })
  expect(form.values).toEqual({ name: 'U13', remark: 'new' })

  form.conflict?.keep('name', 'theirs')
  expect(form.values.name).toBe('U12')
  form.conflict?.keep('name', 'yours')
  form.conflict?.reapply()
  await form.submit()
  expect(save.mock.calls[1]?.[1]).toMatchObject({
    changed: { name: 'U13' },
    entity: { meta: { version: 2 } },
  })
})

it('a reload in the background overwrites nothing, on the screen or on the server', async () => {
  const current = ref(team('U11'))
  const save = vi.fn<Save>(() => Promise.resolve())
  const { result: form } = await open({ source: () => current.value, save })
  form.values.name = 'typing'

  current.value = team('U12', '', 2)
  await flushPromises()
  await form.submit()

  expect(form.values.name).toBe('typing')
  // Saving has to fail: it was typed over the version that was on the screen.
  expect(save.mock.calls[0]?.[1]).toMatchObject({ entity: { meta: { version: 1 } } })
})

it('takes over a reload while nothing is typed', async () => {
  const current = ref(team('U11'))
  const { result: form } = await open({ source: () => current.value })

  current.value = team('U12', '', 2)
  await flushPromises()

  expect([form.values.name, form.isDirty]).toEqual(['U12', false])
})

it('what was typed outlives the page, but no password does', async () => {
  const options = { draft: () => 'team:new', secret: ['remark'] as ['remark'] }
  const first = await open(options)
  first.result.values.name = 'half a na'
  first.result.values.remark = 'secret'
  first.leave()

  const { result: form } = await open(options)

  expect([form.values, form.restored]).toEqual([{ name: 'half a na', remark: '' }, true])
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret')
})

it('a draft waits until what is edited has arrived', async () => {
  const first = await open({ source: () => team('U11'), draft: () => 'team:1' })
  first.result.values.remark = 'typed'
  first.leave()
  const current = ref<Team | undefined>(undefined)

  const { result: form } = await open({ source: () => current.value, draft: () => 'team:1' })
  current.value = team('U12', '', 2)
  await flushPromises()

  expect(form.values).toEqual({ name: 'U12', remark: 'typed' })
})

it('a draft can be thrown away', async () => {
  const first = await open({ draft: () => 'team:new' })
  first.result.values.name = 'x'
  first.leave()
  const { result: form, leave } = await open({ draft: () => 'team:new' })

  form.discardDraft()
  leave()

  expect((await open({ draft: () => 'team:new' })).result.values.name).toBe('')
})

it('nobody sees the draft of another user', async () => {
  const first = await open({ draft: () => 'team:new' })
  first.result.values.name = 'of u1'
  first.leave()
  session.update({ id: 'u2' } as User)

  const { result: form } = await open({ draft: () => 'team:new' })

  expect(form.values.name).toBe('')
})

it('leaves no draft behind once it is saved', async () => {
  const { result: form, leave } = await open({ draft: () => 'team:new' })
  form.values.name = 'x'

  await form.submit()
  leave()

  expect(Object.keys(sessionStorage).filter((name) => name.startsWith('kwai.draft.'))).toEqual([])
})

it('asks before a link throws away what was typed', async () => {
  vi.spyOn(session.isLoggedIn, 'value', 'get').mockReturnValue(true)
  const { result: form, router } = await open()
  const { question, reply } = useQuestion()
  form.values.name = 'x'

  const leaving = router.push('/there')
  await flushPromises()
  expect(question.value?.tone).toBe('danger')
  reply(false)
  await leaving
  expect(router.currentRoute.value.path).toBe('/here')

  const really = router.push('/there')
  await flushPromises()
  reply(true)
  await really
  expect(router.currentRoute.value.path).toBe('/there')
})
