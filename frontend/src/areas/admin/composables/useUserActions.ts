import { useI18n } from 'vue-i18n'

import { api, ifMatch } from '@/api/client'
import type { Entity } from '@/api/resolve'
import type { UserAccount, UserAccountUpdateAttributes } from '@/api/schema'
import { useAction } from '@/composables/useAction'
import { useConfirm } from '@/composables/useConfirm'

import { fullName } from '../names'

type User = Entity<UserAccount>

/** What an administrator does with an account; whatever locks somebody out is asked first. */
export function useUserActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const touches = ['/auth/users']

  const change = useAction(
    (user: User, attributes: UserAccountUpdateAttributes) =>
      api.patch('/auth/users/{uuid}', {
        params: { path: { uuid: user.id } },
        headers: ifMatch(user),
        body: { data: { type: 'user_accounts', id: user.id, attributes } },
      }),
    { ok: () => t('common.saved'), touches },
  )
  const end = useAction(
    (user: User) => api.delete('/auth/users/{uuid}/sessions', { params: { path: { uuid: user.id } } }),
    { ok: () => t('admin.users.sessionsEnded'), touches },
  )

  function ask(what: string, user: User, tone?: 'danger'): Promise<boolean> {
    return confirm({
      title: t(`admin.users.${what}Title`, { name: fullName(user) }),
      text: t(`admin.users.${what}Text`),
      confirm: t(`admin.users.${what}`),
      ...(tone ? { tone } : {}),
    })
  }

  return {
    async revoke(user: User) {
      if (await ask('revoke', user, 'danger')) await change.run(user, { revoked: true })
    },
    async restore(user: User) {
      await change.run(user, { revoked: false })
    },
    async promote(user: User) {
      if (await ask('promote', user)) await change.run(user, { admin: true })
    },
    async demote(user: User) {
      if (await ask('demote', user, 'danger')) await change.run(user, { admin: false })
    },
    async endSessions(user: User) {
      if (await ask('endSessions', user)) await end.run(user)
    },
  }
}
