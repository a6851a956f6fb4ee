import { useI18n } from 'vue-i18n'

import { useAction } from '@/composables/useAction'
import { useConfirm } from '@/composables/useConfirm'

/** Delete something after asking; what it is in use by is told by the server. */
export function useRemoval<T>(options: {
  name: (entity: T) => string
  text: () => string
  remove: (entity: T) => Promise<unknown>
  touches: string[]
}) {
  const { t } = useI18n()
  const confirm = useConfirm()
  const removal = useAction(options.remove, {
    ok: () => t('admin.deleted'),
    touches: options.touches,
  })

  return async (entity: T): Promise<void> => {
    const isSure = await confirm({
      title: t('admin.deleteTitle', { name: options.name(entity) }),
      text: options.text(),
      confirm: t('common.delete'),
      tone: 'danger',
    })
    if (isSure) await removal.run(entity)
  }
}
