import type { RouteRecordRaw } from 'vue-router'

// The mails of the server link to recover, reset and invite.
const routes: RouteRecordRaw[] = [
  {
    path: 'login',
    name: 'login',
    meta: { title: 'auth.login.title' },
    component: () => import('./pages/LoginPage.vue'),
  },
  {
    path: 'logged-out',
    meta: { title: 'auth.loggedOut.title' },
    component: () => import('./pages/LoggedOutPage.vue'),
  },
  {
    path: 'recover',
    meta: { title: 'auth.recover.title' },
    component: () => import('./pages/RecoverPage.vue'),
  },
  {
    path: 'reset',
    meta: { title: 'auth.reset.title' },
    component: () => import('./pages/ResetPage.vue'),
  },
  {
    path: 'invite',
    meta: { title: 'auth.invite.title' },
    component: () => import('./pages/InvitePage.vue'),
  },
]

export default routes
