import { useEventListener } from '@vueuse/core'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave } from 'vue-router'

import { session } from '@/api/session'

import { useConfirm } from './useConfirm'

/** Ask before a link, the back button or a closed tab throws away what was typed. */
export function useUnsavedChanges(isDirty: () => boolean, leave: () => void = () => undefined): void {
  const { t } = useI18n()
  const confirm = useConfirm()

  useEventListener(window, 'beforeunload', (event: BeforeUnloadEvent) => {
    if (isDirty()) event.preventDefault()
  })

  onBeforeRouteLeave(async () => {
    // An ended session leads to the login; the draft is there when one comes back.
    if (!isDirty() || !session.isLoggedIn.value) return true
    const isSure = await confirm({
      title: t('common.leave.title'),
      text: t('common.leave.text'),
      confirm: t('common.leave.confirm'),
      cancel: t('common.leave.stay'),
      tone: 'danger',
    })
    if (isSure) leave()
    return isSure
  })
}
