import { describe, expect, it } from 'vitest'

import { ApiError } from '@/api/errors'

import { clashesOf, findDoubleBooked } from './clashes'

function booked(id: string, start: string, end: string, more: object = {}) {
  const day = '2026-09-07T'
  return {
    id,
    start: `${day}${start}:00Z`,
    end: `${day}${end}:00Z`,
    cancelled: false,
    location: '',
    coaches: [] as string[],
    teams: [] as string[],
    ...more,
  }
}

describe('findDoubleBooked', () => {
  it('finds what shares a coach, a team or a location', () => {
    const found = findDoubleBooked([
      booked('1', '18:00', '19:00', { location: 'Dojo A' }),
      booked('2', '18:30', '20:00', { location: ' dójo  a', coaches: ['7'] }),
      booked('3', '19:30', '20:30', { coaches: ['7'], teams: ['9'] }),
      booked('4', '20:15', '21:00', { teams: ['9'] }),
      booked('5', '18:00', '21:00', { location: 'Dojo B' }),
    ])

    expect([...found].sort()).toEqual(['1', '2', '3', '4'])
  })

  it('leaves alone what is cancelled, what only touches, and what has no location', () => {
    const found = findDoubleBooked([
      booked('1', '18:00', '19:00', { location: 'A' }),
      booked('2', '19:00', '20:00', { location: 'A' }),
      booked('3', '18:00', '20:00', { location: 'A', cancelled: true }),
      booked('4', '18:00', '19:00'),
      booked('5', '18:00', '19:00'),
    ])

    expect(found.size).toBe(0)
  })
})

describe('clashesOf', () => {
  const clash = {
    kind: 'coach',
    id: '3',
    name: 'Jigoro Kano',
    training: { type: 'trainings', id: '8' },
    start_date: '2026-09-07T18:00:00Z',
    end_date: '2026-09-07T19:00:00Z',
  }

  it('takes them from a refusal', () => {
    const errors = [{ status: '409', code: 'conflict', title: 'Conflict', meta: { clash } }]
    const refusal = new ApiError('conflict', { status: 409, errors: errors as never })

    expect(clashesOf(refusal)).toEqual([clash])
  })

  it('finds none in other refusals', () => {
    expect(clashesOf(new ApiError('conflict', { status: 409 }))).toEqual([])
    expect(clashesOf(new ApiError('invalid', { status: 422 }))).toEqual([])
    expect(clashesOf(new Error('x'))).toEqual([])
  })
})
