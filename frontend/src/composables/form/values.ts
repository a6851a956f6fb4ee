/** What a form holds, compared and merged. */

export type FormValues = Record<string, unknown>

/** A copy that shares nothing: values are what JSON can hold. */
export function copy<V>(values: V): V {
  return JSON.parse(JSON.stringify(values)) as V
}

export function isEqual(some: unknown, other: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(other)
}

export function changedIn<V extends FormValues>(values: V, base: V): Partial<V> {
  const names = Object.keys(values).filter((name) => !isEqual(values[name], base[name]))
  return copy(Object.fromEntries(names.map((name) => [name, values[name]]))) as Partial<V>
}

export interface ConflictField {
  name: string
  theirs: unknown
  yours: unknown
}

export interface Merge<V> {
  values: V
  /** Both changed it, to different things; `values` holds yours. */
  fields: ConflictField[]
  /** Only they changed it: taken over. */
  merged: string[]
}

/** The values with the members of these parts as values of their own, under `<part>.<member>`. */
export function open<V extends FormValues>(values: V, parts: readonly string[]): FormValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      parts.includes(name)
        ? Object.entries(value as FormValues).map(([member, part]) => [`${name}.${member}`, part])
        : [[name, value]],
    ),
  )
}

/** The values as they were before they were opened. */
export function close<V extends FormValues>(opened: FormValues, parts: readonly string[]): V {
  const values: FormValues = Object.fromEntries(parts.map((part) => [part, {}]))
  for (const [name, value] of Object.entries(opened)) {
    const part = parts.find((each) => name.startsWith(`${each}.`))
    if (part === undefined) values[name] = value
    else (values[part] as FormValues)[name.slice(part.length + 1)] = value
  }
  return values as V
}

/** Lay your changes of `base` over theirs. */
export function merge<V extends FormValues>(base: V, theirs: V, yours: V): Merge<V> {
  const values = copy(theirs)
  const result: Merge<V> = { values, fields: [], merged: [] }
  for (const name of Object.keys(yours)) {
    const isMine = !isEqual(yours[name], base[name])
    const isTheirs = !isEqual(theirs[name], base[name])
    if (isMine) (values as FormValues)[name] = copy(yours[name])
    if (isMine && isTheirs && !isEqual(yours[name], theirs[name])) {
      result.fields.push({ name, theirs: theirs[name], yours: yours[name] })
    } else if (isTheirs && !isMine) result.merged.push(name)
  }
  return result
}
