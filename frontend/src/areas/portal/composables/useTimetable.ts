import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useAll } from '@/composables/useAll'
import { useClubTime } from '@/composables/useClubTime'

type View = 'week' | 'month'

const DAYS_OF_WEEK = 7
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The week or month that is shown, and what of it; all of it stands in the address. */
export function useTimetable() {
  const route = useRoute()
  const router = useRouter()
  const { t } = useI18n()
  const time = useClubTime()
  const here = route.path

  function parameter(name: string): string {
    const value = route.query[name]
    return typeof value === 'string' && route.path === here ? value : ''
  }

  function show(changes: Record<string, string | undefined>): void {
    const query = { ...route.query, ...changes }
    const kept = Object.entries(query).filter(([, value]) => value)
    void router.replace({ query: Object.fromEntries(kept) })
  }

  const view = computed<View>({
    get: () => (parameter('view') === 'month' ? 'month' : 'week'),
    set: (wanted) => show({ view: wanted === 'month' ? 'month' : undefined }),
  })
  const day = computed(() => (DAY.test(parameter('day')) ? parameter('day') : time.today()))
  const start = computed(() =>
    view.value === 'month' ? time.startOfMonth(day.value) : time.startOfWeek(day.value),
  )
  const end = computed(() => next(start.value, 1))
  const label = computed(() =>
    view.value === 'month'
      ? time.month(start.value.slice(0, 7))
      : time.period(start.value, time.addDays(end.value, -1)),
  )

  /** The first day of the week or month so many steps away. */
  function next(from: string, steps: number): string {
    if (view.value === 'week') return time.addDays(from, steps * DAYS_OF_WEEK)
    const moment = new Date(`${from.slice(0, 7)}-01T00:00:00Z`)
    moment.setUTCMonth(moment.getUTCMonth() + steps)
    return moment.toISOString().slice(0, 10)
  }

  const filterOf = (name: string) =>
    computed({ get: () => parameter(name), set: (value: string) => show({ [name]: value }) })
  const filters = reactive({
    team: filterOf('team'),
    coach: filterOf('coach'),
    location: filterOf('location'),
  })

  const found = useAll('/trainings', () => ({
    params: {
      query: {
        include: ['coaches', 'teams', 'definition'],
        'filter[start]': time.startOfDay(start.value),
        'filter[end]': time.startOfDay(end.value),
        ...(filters.team && { 'filter[team]': Number(filters.team) }),
        ...(filters.coach && { 'filter[coach]': Number(filters.coach) }),
        ...(filters.location && { 'filter[location]': filters.location }),
      },
    },
  }))

  const { items: teams } = useAll('/teams', () => ({
    params: { query: { sort: ['name'], 'filter[active]': true } },
  }))
  const { items: coaches } = useAll('/coaches', () => ({
    params: { query: { 'filter[active]': true } },
  }))
  const { items: definitions } = useAll('/training_definitions')

  const options = reactive({
    teams: computed(() => [
      { value: '', label: t('portal.trainings.allTeams') },
      ...teams.value.map(({ id, name }) => ({ value: id, label: name })),
    ]),
    coaches: computed(() => [
      { value: '', label: t('portal.trainings.allCoaches') },
      ...coaches.value
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    ]),
    locations: computed(() => [
      { value: '', label: t('portal.trainings.allLocations') },
      ...[...new Set(definitions.value.map(({ location }) => location).filter(Boolean))]
        .sort()
        .map((location) => ({ value: location, label: location })),
    ]),
  })

  return reactive({
    view,
    start,
    label,
    filters,
    options,
    trainings: found.items,
    isLoading: found.isLoading,
    isFetching: found.isFetching,
    error: found.error,
    reload: found.reload,
    move: (steps: number) => show({ day: next(start.value, steps) }),
    goToToday: () => show({ day: undefined }),
  })
}
