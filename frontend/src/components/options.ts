/** What a select or a picker offers. */
export interface Option {
  value: string
  label: string
  hint?: string
}
