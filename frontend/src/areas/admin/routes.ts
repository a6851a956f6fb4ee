import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '', redirect: '/admin/users' },
  page('users', () => import('./pages/UsersPage.vue')),
  page('invitations', () => import('./pages/InvitationsPage.vue')),
  page('applications', () => import('./pages/ApplicationsPage.vue')),
  page('authors', () => import('./pages/AuthorsPage.vue')),
  page('coaches', () => import('./pages/CoachesPage.vue')),
  page('teams', () => import('./pages/TeamsPage.vue')),
  page('seasons', () => import('./pages/SeasonsPage.vue')),
  page('mails', () => import('./pages/MailsPage.vue')),
  page('changes', () => import('./pages/ChangesPage.vue')),
] satisfies RouteRecordRaw[]

function page(name: string, component: NonNullable<RouteRecordRaw['component']>): RouteRecordRaw {
  return { path: name, component, meta: { title: `common.nav.${name}` } }
}
