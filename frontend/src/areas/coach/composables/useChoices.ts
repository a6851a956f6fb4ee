import { computed } from 'vue'

import { useAll } from '@/composables/useAll'
import { useClubTime } from '@/composables/useClubTime'

export interface Linked {
  teams: readonly string[]
  coaches: readonly string[]
}

/** What trainings and definitions can be linked with: what is active, and what is linked already. */
export function useChoices(kept: () => Linked = () => ({ teams: [], coaches: [] })) {
  const time = useClubTime()
  const teams = useAll('/teams', () => ({ params: { query: { sort: ['name'] } } }))
  const coaches = useAll('/coaches')
  const seasons = useAll('/seasons', () => ({ params: { query: { sort: ['-start_date'] } } }))

  const teamOptions = computed(() => teams.items.value.filter(offered(() => kept().teams)).map(named))
  const coachOptions = computed(() => coaches.items.value.filter(offered(() => kept().coaches)).map(named))
  const seasonOptions = computed(() =>
    seasons.items.value.map((season) => ({
      value: season.id,
      label: season.name,
      hint: time.period(season.start_date, season.end_date),
    })),
  )
  return { teams, coaches, seasons, teamOptions, coachOptions, seasonOptions }
}

function offered(kept: () => readonly string[]) {
  return ({ id, active }: { id: string; active: boolean }) => active || kept().includes(id)
}

function named({ id, name }: { id: string; name: string }) {
  return { value: id, label: name }
}
