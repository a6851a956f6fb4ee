import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'

import { installSession } from '@/api/guard'
import { createQueries } from '@/api/queries'
import { readClub } from '@/composables/useClub'
import { useToast } from '@/composables/useToast'
import { i18n, isLanguage, knowsLanguage, loadArea, showLanguage } from '@/i18n'
import { installMissingFiles } from '@/lib/missingFiles'
import { createAppRouter } from '@/router'

import App from './App.vue'
import './styles/main.css'

const queryClient = createQueries()
const router = createAppRouter()
installSession(router)
// Behind the session: what somebody is shown may depend on who it is.
router.beforeEach((to) => void to.meta.readAhead?.(queryClient))
installMissingFiles(router, () => useToast().error(i18n.global.t('problems.offline.title')))
if (!knowsLanguage()) {
  const { default_locale: language } = await readClub(queryClient)
  if (isLanguage(language)) await showLanguage(language)
}
// The page and its messages are on their way while the messages of every page are: a slow phone
// waits for each file that is asked for after another one.
const app = createApp(App).use(i18n).use(VueQueryPlugin, { queryClient }).use(router)
await loadArea('common')
app.mount('#app')
