/** A column of `DataTable`; `sort` is the name by which the server sorts. */
export interface Column {
  key: string
  label: string
  sort?: string
  class?: string
  primary?: boolean
  hideOnPhone?: boolean
}

export interface RowSlots<T> {
  [cell: `cell-${string}`]: (scope: { row: T }) => unknown
  'row-actions'?: (scope: { row: T }) => unknown
}
