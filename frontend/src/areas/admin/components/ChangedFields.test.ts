import { mount } from '@vue/test-utils'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createQueries } from '@/api/queries'
import { refusal, startServer } from '@/api/testing'
import { i18n, loadArea, setLanguage } from '@/i18n'

import ChangedFields from './ChangedFields.vue'

const NAMES: Record<string, string> = { coach_id: 'Dirk' }

beforeEach(async () => {
  startServer().on('GET /portal/settings', refusal(404, 'not_found'))
  await setLanguage('en')
  await loadArea('common')
  await loadArea('admin')
})
afterEach(() => void vi.unstubAllGlobals())

function told(changes: Record<string, unknown>): string[] {
  const plugins = [i18n, [VueQueryPlugin, { queryClient: createQueries() }]] as never[]
  const referred = (field: string) => NAMES[field]
  const shown = mount(ChangedFields, { props: { changes, referred }, global: { plugins } })
  return shown.findAll('dl > div').map((row) => `${row.get('dt').text()}: ${row.findAll('del, ins, dd:not(:has(*))').map((each) => each.text()).join(' > ')}`)
}

it('writes switches, days and moments as people read them', () => {
  const changes = {
    cancelled: { before: 0, after: 1 },
    edited: { before: '', after: 'location' },
    weekday: { before: 1, after: 2 },
    occurrence_date: { before: '2026-11-25', after: '2026-11-26' },
    start_date: { before: '2026-11-25 17:00:00.000000', after: '2026-11-25T18:00:00Z' },
  }

  expect(told(changes)).toEqual([
    'Cancelled: No > Yes',
    'Changed by hand: empty > Yes',
    'Day of the week: Monday > Tuesday',
    'Planned for: Wed, 25 Nov 2026 > Thu, 26 Nov 2026',
    'Start: Wed, 25 Nov 2026 18:00 > Wed, 25 Nov 2026 19:00',
  ])
})

it('shows names, and never the number of an account', () => {
  const changes = { user_id: { before: null, after: 3 }, training_coaches: { added: [{ coach_id: 4 }] } }

  expect(told(changes)).toEqual(['Account: somebody', 'Coaches: Dirk'])
})

it('says of a secret only that it changed, and cuts what is long', () => {
  const [secret, long] = told({ password: 'changed', content: { before: null, after: 'x'.repeat(300) } })

  expect(secret).toBe('Password: changed (the content is not kept)')
  expect(long).toBe(`Text: ${'x'.repeat(200)}…`)
})
