import { describe, expect, it } from 'vitest'

import { ApiError, type ErrorObject, fieldOf, readRefusal } from './errors'
import { answer, refusal } from './testing'

function at(source: object, meta?: object): ErrorObject {
  return { status: '422', code: 'bad_value', source, ...(meta && { meta }) } as ErrorObject
}

describe('the field of an error', () => {
  it.each([
    ['/data/attributes/email', 'email'],
    ['/data/attributes/event/start_date', 'event.start_date'],
    ['/data/attributes/contents/1/title', 'contents.1.title'],
    ['/data/relationships/coaches', 'coaches'],
    ['/data/relationships/coaches/data/0/meta/head', 'coaches.0.head'],
    ['/data/relationships/data', 'data'],
    ['/data/attributes/meta', 'meta'],
    ['/meta/reason', 'reason'],
    ['/current_password', 'current_password'],
    ['/data/attributes/a~1b~0c', 'a/b~c'],
    ['/data/type', ''],
    ['', ''],
  ])('%s is %s', (pointer, field) => {
    expect(fieldOf(at({ pointer }))).toBe(field)
  })

  it('is the missing member when the pointer can only name its parent', () => {
    expect(fieldOf(at({ pointer: '/data/attributes' }, { member: 'title' }))).toBe('title')
    expect(fieldOf(at({ pointer: '' }, { member: 'password' }))).toBe('password')
    expect(fieldOf(at({ pointer: '/data/attributes/event' }, { member: 'end_date' }))).toBe(
      'event.end_date',
    )
  })

  it('is the parameter of a query', () => {
    expect(fieldOf(at({ parameter: 'filter[month]' }))).toBe('filter[month]')
  })
})

describe('a refusal', () => {
  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'stale'],
    [422, 'invalid'],
    [429, 'throttled'],
    [500, 'server'],
    [503, 'unavailable'],
  ])('with status %i is %s', async (status, kind) => {
    expect((await readRefusal(refusal(status, 'any'))).kind).toBe(kind)
  })

  it('that wants the password again is told from one that wants another role', async () => {
    expect((await readRefusal(refusal(403, 'step_up_required'))).kind).toBe('stepUp')
  })

  it('parts the errors of fields from those of the whole', async () => {
    const errors = [
      { status: '422', code: 'bad_value', source: { pointer: '/data/attributes/name' } },
      { status: '422', code: 'missing_member', source: { pointer: '/data/attributes/name' } },
      { status: '422', code: 'bad_value' },
    ]

    const error = await readRefusal(answer(422, { errors }))

    expect(error.fields.name?.map((each) => each.code)).toEqual(['bad_value', 'missing_member'])
    expect(error.general).toHaveLength(1)
    expect(error.has('missing_member')).toBe(true)
  })

  it('says how long to wait and under which name the log knows it', async () => {
    const headers = { 'Retry-After': '90', 'X-Request-ID': 'abc' }

    const error = await readRefusal(answer(429, {}, headers))

    expect([error.retryAfter, error.requestId]).toEqual([90, 'abc'])
  })

  it('of a proxy that speaks HTML is one too', async () => {
    const error = await readRefusal(new Response('<h1>Bad gateway</h1>', { status: 502 }))

    expect([error.kind, error.errors, error.isPassing]).toEqual(['unavailable', [], true])
  })
})

it('reads best by its first detail', () => {
  expect(new ApiError('invalid', { errors: [at({ pointer: '' })] }).message).toBe('invalid')
  expect(new ApiError('offline').message).toBe('offline')
})
