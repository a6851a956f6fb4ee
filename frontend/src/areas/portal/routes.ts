import type { RouteRecordRaw } from 'vue-router'

import { readHomeNews } from './news'
import HomePage from './pages/HomePage.vue'

export default [
  {
    path: '',
    name: 'home',
    component: HomePage,
    meta: { title: 'portal.home.title', readAhead: readHomeNews },
  },
  {
    path: 'news',
    name: 'news',
    component: () => import('./pages/NewsPage.vue'),
    meta: { title: 'portal.news.title' },
  },
  { path: 'news/:id(\\d+)', name: 'story', component: () => import('./pages/StoryPage.vue'), props: true },
  { path: 'pages/:id(\\d+)', name: 'page', component: () => import('./pages/SitePage.vue'), props: true },
  {
    path: 'sections/:name',
    name: 'section',
    component: () => import('./pages/SectionPage.vue'),
    props: true,
  },
  {
    path: 'trainings',
    name: 'trainings',
    component: () => import('./pages/TrainingsPage.vue'),
    meta: { title: 'portal.trainings.title' },
  },
  {
    path: 'trainings/:id(\\d+)',
    name: 'training',
    component: () => import('./pages/TrainingPage.vue'),
    props: true,
  },
] satisfies RouteRecordRaw[]
