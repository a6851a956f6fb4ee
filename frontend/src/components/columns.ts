/** A column of `DataTable`; `sort` is the name by which the server sorts. */
export interface Column {
  key: string
  label: string
  sort?: string
  class?: string
  primary?: boolean
  hideOnPhone?: boolean
}
