import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useAll } from '@/composables/useAll'
import { useClubTime } from '@/composables/useClubTime'

import { findDoubleBooked } from '../lib/clashes'
import { weeksOf } from '../lib/month'
import { toBooked, toView } from '../lib/view'

export type AgendaView = 'week' | 'month'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const WEEK = 7

/** The week or month that a coach looks at, and what of it; all of it stands in the address. */
export function useAgenda() {
  const route = useRoute()
  const router = useRouter()
  const { t } = useI18n()
  const time = useClubTime()
  const here = route.path

  function asked(name: string): string {
    return route.path === here ? String(route.query[name] ?? '') : ''
  }
  function show(changes: Record<string, string | undefined>): void {
    void router.replace({ query: { ...route.query, ...changes } })
  }
  function inAddress(name: string) {
    return computed({
      get: () => asked(name),
      set: (value: string) => show({ [name]: value || undefined }),
    })
  }

  const view = computed<AgendaView>({
    get: () => (asked('view') === 'month' ? 'month' : 'week'),
    set: (wanted) => show({ view: wanted === 'month' ? wanted : undefined }),
  })
  const team = inAddress('team')
  const coach = inAddress('coach')
  const anchor = computed(() => (DAY.test(asked('week')) ? asked('week') : time.today()))
  const month = computed(() => anchor.value.slice(0, 7))
  const weeks = computed(() => {
    if (view.value === 'month') return weeksOf(month.value)
    const monday = time.startOfWeek(anchor.value)
    return [Array.from({ length: WEEK }, (_, n) => time.addDays(monday, n))]
  })
  const days = computed(() => weeks.value.flat())
  const first = computed(() => days.value[0] ?? anchor.value)
  const last = computed(() => days.value.at(-1) ?? anchor.value)
  const label = computed(() =>
    view.value === 'month' ? time.month(month.value) : time.weeks(first.value, last.value),
  )

  function turn(steps: number): void {
    show({
      week:
        view.value === 'month'
          ? time.addMonths(time.startOfMonth(anchor.value), steps)
          : time.addDays(first.value, WEEK * steps),
    })
  }

  const found = useAll('/trainings', () => ({
    params: {
      query: {
        include: ['coaches', 'teams', 'definition'],
        'filter[start]': time.startOfDay(first.value),
        'filter[end]': time.startOfDay(time.addDays(last.value, 1)),
        'filter[active]': false,
        ...(team.value ? { 'filter[team]': Number(team.value) } : {}),
        ...(coach.value ? { 'filter[coach]': Number(coach.value) } : {}),
      },
    },
  }))
  const allClosures = useAll('/closures')
  const allSeasons = useAll('/seasons')
  const touches = (each: { start_date: string; end_date: string }) =>
    each.start_date <= last.value && each.end_date >= first.value
  const closures = computed(() => allClosures.items.value.filter(touches))
  const trainings = computed(() => {
    const clashing = findDoubleBooked(found.items.value.map(toBooked))
    return found.items.value.map((each) => toView(each, time, clashing))
  })

  const lead = computed(() => {
    const counted = trainings.value.filter(({ day }) => view.value === 'week' || day.startsWith(month.value))
    const cancelled = counted.filter((each) => each.cancelled).length
    const clashing = counted.filter((each) => each.isDoubleBooked).length
    const isKnown = counted.length > 0 || !(found.isLoading.value || found.error.value)
    return [
      allSeasons.items.value.find(touches)?.name,
      isKnown ? t('coach.agenda.count', counted.length) : '',
      cancelled ? t('coach.agenda.cancelled', cancelled) : '',
      clashing ? t('coach.agenda.clashing', clashing) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  })

  return reactive({
    view,
    team,
    coach,
    month,
    weeks,
    days,
    label,
    lead,
    trainings,
    closures,
    firstNewDay: computed(() => (first.value > time.today() ? first.value : time.today())),
    isLoading: found.isLoading,
    isFetching: found.isFetching,
    error: found.error,
    reload: found.reload,
    turn,
    goToToday: () => show({ week: undefined }),
  })
}
