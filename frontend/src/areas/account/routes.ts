import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '',
    meta: { title: 'account.profile.title' },
    component: () => import('./pages/ProfilePage.vue'),
  },
  {
    path: 'password',
    meta: { title: 'account.password.title' },
    component: () => import('./pages/PasswordPage.vue'),
  },
  {
    path: 'sessions',
    meta: { title: 'account.sessions.title' },
    component: () => import('./pages/SessionsPage.vue'),
  },
  {
    path: 'calendars',
    meta: { title: 'account.calendars.title', role: 'coach' },
    component: () => import('./pages/CalendarsPage.vue'),
  },
]

export default routes
