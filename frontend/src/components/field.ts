/** What every field of a form is told, whatever one types or chooses in it. */
export interface FieldProps {
  label: string
  hint?: string | undefined
  errors?: readonly string[] | undefined
  required?: boolean | undefined
  hideLabel?: boolean | undefined
}

/** What the input inside of it is told. */
export interface InputProps extends FieldProps {
  name?: string
  disabled?: boolean
}

/** The box that one types or chooses in. */
export const BOX =
  'w-full min-w-0 rounded-lg border bg-surface px-3 text-ink placeholder:text-muted disabled:bg-sunken disabled:text-muted'

export function edgeOf(invalid: boolean): string {
  return invalid ? 'border-danger' : 'border-edge'
}
