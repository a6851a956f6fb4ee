/** The rules of the server for a password, as far as a browser can know them. */

export const LONGEST_BYTES = 1024

export type PasswordFault = 'empty' | 'short' | 'long' | 'personal'

/** What is wrong with it; null when only the server's list of common passwords can refuse it. */
export function faultOf(
  password: string,
  minimum: number,
  personal: readonly string[] = [],
): PasswordFault | null {
  const prepared = password.normalize('NFC')
  if (!prepared) return 'empty'
  if (lengthOf(prepared) < minimum) return 'short'
  if (new TextEncoder().encode(prepared).length > LONGEST_BYTES) return 'long'
  return personalWords(personal).includes(fold(prepared)) ? 'personal' : null
}

/** Characters as a person counts them: an emoji is not two. */
export function lengthOf(password: string): number {
  return [...password.normalize('NFC')].length
}

function personalWords(personal: readonly string[]): string[] {
  const parts = personal.map(fold).filter(Boolean)
  const names = parts.filter((part) => !part.includes('@'))
  const locals = parts.map((part) => part.split('@')[0] ?? '')
  return [...parts, ...locals, names.join(''), [...names].reverse().join('')].filter(Boolean)
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().split(/\s+/).join('')
}
