import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'

import { installSession } from '@/api/guard'
import { createQueries } from '@/api/queries'
import { useToast } from '@/composables/useToast'
import { i18n, loadArea } from '@/i18n'
import { installMissingFiles } from '@/lib/missingFiles'
import { createAppRouter } from '@/router'

import App from './App.vue'
import './styles/main.css'

const queryClient = createQueries()
const router = createAppRouter()
installSession(router)
installMissingFiles(router, () => useToast().error(i18n.global.t('problems.offline.title')))
await loadArea('common')
createApp(App)
  .use(i18n)
  .use(VueQueryPlugin, { queryClient })
  .use(router)
  .mount('#app')
