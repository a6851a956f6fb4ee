import { reactive, ref } from 'vue'
import { useI18n } from 'vue-i18n'

import { api, ifMatch } from '@/api/client'
import type { Clash } from '@/api/schema'
import { useAction } from '@/composables/useAction'
import { useClubTime } from '@/composables/useClubTime'
import { useConfirm } from '@/composables/useConfirm'
import { useProblems } from '@/composables/useProblems'
import { useToast } from '@/composables/useToast'

import { clashesOf } from '../lib/clashes'
import type { TrainingView } from '../lib/view'
import { timeOf } from '../lib/week'

interface Move {
  training: TrainingView
  day: string
  /** Minutes since midnight. */
  start: number
}

/** Moves a training that was dropped elsewhere: asks first, and again when something is taken. */
export function useMoving(reload: () => unknown) {
  const { t } = useI18n()
  const time = useClubTime()
  const confirm = useConfirm()
  const toast = useToast()
  const { problemText } = useProblems()
  const clashes = ref<Clash[]>([])
  const pending = ref<Move>()

  const action = useAction(
    ({ training, day, start }: Move, allow: boolean) => {
      const { event } = training.training
      const from = time.join(day, timeOf(start)) ?? event.start_date
      const length = Date.parse(event.end_date) - Date.parse(event.start_date)
      const to = new Date(Date.parse(from) + length).toISOString()
      return api.patch('/trainings/{training_id}', {
        params: { path: { training_id: training.id } },
        headers: ifMatch(training.training),
        body: {
          data: {
            type: 'trainings',
            id: training.id,
            attributes: { event: { ...event, start_date: from, end_date: to } },
          },
          meta: { allow_conflicts: allow },
        },
      })
    },
    { ok: () => t('coach.agenda.moved'), touches: ['/trainings'], errors: 'inline' },
  )

  async function ask(training: TrainingView, day: string, start: number): Promise<void> {
    const yes = await confirm({
      title: t('coach.agenda.moveTitle', { title: training.title }),
      text: t('coach.agenda.moveText', {
        from: `${time.longDay(training.day)} ${training.from}`,
        to: `${time.longDay(day)} ${timeOf(start)}`,
      }),
      confirm: t('coach.agenda.move'),
    })
    if (!yes) return
    pending.value = { training, day, start }
    await move(false)
  }

  async function move(allow: boolean): Promise<void> {
    if (!pending.value) return
    const moved = await action.run(pending.value, allow)
    if (moved) return
    clashes.value = clashesOf(action.error)
    if (clashes.value.length > 0 || !action.error) return
    const { title, text } = problemText(action.error)
    toast.error(`${title}. ${text}`)
    reload()
  }

  return reactive({ ask, override: () => move(true), clashes, action })
}
