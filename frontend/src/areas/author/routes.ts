import type { RouteRecordRaw } from 'vue-router'

export default [
  page('', 'stories', () => import('./pages/StoriesPage.vue'), 'common.nav.stories'),
  page('stories/new', 'newStory', () => import('./pages/StoryEditorPage.vue'), 'author.story.new'),
  page('stories/:id(\\d+)', 'editStory', () => import('./pages/StoryEditorPage.vue'), 'author.story.edit'),
  page('pages', 'pages', () => import('./pages/PagesPage.vue'), 'common.nav.pages'),
  page('pages/new', 'newPage', () => import('./pages/PageEditorPage.vue'), 'author.page.new'),
  page('pages/:id(\\d+)', 'editPage', () => import('./pages/PageEditorPage.vue'), 'author.page.edit'),
] satisfies RouteRecordRaw[]

function page(
  path: string,
  name: string,
  component: NonNullable<RouteRecordRaw['component']>,
  title: string,
): RouteRecordRaw {
  return { path, name: `author.${name}`, component, props: true, meta: { title } }
}
