import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

import DataTable from './DataTable.vue'

const columns = [
  { key: 'name', label: 'Name', sort: 'name', primary: true },
  { key: 'email', label: 'Email' },
]

function table(sort: string) {
  return mount(DataTable<{ name: string }>, {
    props: { rows: [{ name: 'Ann' }], columns, caption: 'Users', rowKey: (row) => row.name, sort },
  })
}

describe('DataTable', () => {
  it.each([
    ['', 'name', undefined],
    ['name', '-name', 'ascending'],
    ['-name', 'name', 'descending'],
  ])('sorted by "%s" asks for "%s" next and tells that it is %s', async (sort, next, told) => {
    const wrapper = table(sort)

    await wrapper.get('th button').trigger('click')

    expect(wrapper.emitted('update:sort')).toEqual([[next]])
    expect(wrapper.get('th').attributes('aria-sort')).toBe(told)
  })

  it('has no button above a column that cannot be sorted', () => {
    expect(table('').findAll('th button')).toHaveLength(1)
  })
})
