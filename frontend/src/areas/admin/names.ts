/** The name of a person as the club says it. */
export function fullName(person: { first_name: string; last_name: string }): string {
  return `${person.first_name} ${person.last_name}`.trim()
}

/** Whose account stands behind a coach or an author; empty without one. */
export function accountName(
  link: { resource?: { first_name: string; last_name: string } | undefined } | null | undefined,
): string {
  return link?.resource ? fullName(link.resource) : ''
}
