import { computed, type MaybeRefOrGetter, ref, toValue, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave, useRoute } from 'vue-router'

import { useClub } from './useClub'

const own = ref<string>()

/** Name the page after what it shows, once that is known. */
export function usePageTitle(title: MaybeRefOrGetter<string | undefined>): void {
  watch(
    () => toValue(title),
    (text) => (own.value = text),
    { immediate: true },
  )
  onBeforeRouteLeave(() => {
    own.value = undefined
  })
}

/** Keep the title of the window in step with the page; for `App.vue`. */
export function useDocumentTitle(): void {
  const route = useRoute()
  const { t } = useI18n()
  const { club } = useClub()
  const page = computed(() => own.value ?? (route.meta.title ? t(route.meta.title) : undefined))
  watch(
    [page, () => club.value.name],
    ([text, name]) => (document.title = [text, name].filter(Boolean).join(' · ')),
    { immediate: true },
  )
}
