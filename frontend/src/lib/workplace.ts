import { can } from '@/api/session'

/** Where somebody begins who did not ask for a page. */
export function workplace(): string {
  if (can('admin')) return '/admin/users'
  if (can('coach')) return '/coach'
  return can('author') ? '/author' : '/account'
}
