import { can, login, logout, restore, session } from '@/api/session'

export type { Role, User } from '@/api/session'

/** Who is logged in, and what their role lets them do. */
export function useSession() {
  const { user, status, roles, isLoggedIn } = session
  return { user, status, roles, isLoggedIn, can, login, logout, restore, update: session.update }
}
