import type { RouteRecordRaw } from 'vue-router'

export default [
  page('', 'agenda', () => import('./pages/AgendaPage.vue')),
  page('timetable', 'timetable', () => import('./pages/TimetablePage.vue')),
  page('trainings/new', 'newTraining', () => import('./pages/TrainingFormPage.vue')),
  page('trainings/:id(\\d+)', 'training', () => import('./pages/TrainingPage.vue')),
  page('trainings/:id(\\d+)/edit', 'editTraining', () => import('./pages/TrainingFormPage.vue')),
  page('definitions', 'definitions', () => import('./pages/DefinitionsPage.vue')),
  page('definitions/new', 'newDefinition', () => import('./pages/DefinitionFormPage.vue')),
  page('definitions/:id(\\d+)', 'editDefinition', () => import('./pages/DefinitionFormPage.vue')),
  page('definitions/generate', 'generate', () => import('./pages/GeneratePage.vue')),
  page('closures', 'closures', () => import('./pages/ClosuresPage.vue')),
  page('closures/new', 'newClosure', () => import('./pages/ClosureFormPage.vue')),
  page('closures/:id(\\d+)', 'editClosure', () => import('./pages/ClosureFormPage.vue')),
  page('statistics', 'statistics', () => import('./pages/StatisticsPage.vue')),
] satisfies RouteRecordRaw[]

function page(
  path: string,
  name: string,
  component: NonNullable<RouteRecordRaw['component']>,
): RouteRecordRaw {
  return { path, name: `coach.${name}`, component, props: true, meta: { title: `coach.titles.${name}` } }
}
