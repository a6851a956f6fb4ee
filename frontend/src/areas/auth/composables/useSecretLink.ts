import { computed } from 'vue'
import { useRoute } from 'vue-router'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a mailed link carries behind the `#`, where no server and no log ever sees it. */
export function useSecretLink() {
  const route = useRoute()
  const secret = computed(() => new URLSearchParams(route.hash.slice(1)))
  const uuid = computed(() => {
    const found = secret.value.get('uuid')?.trim() ?? ''
    return UUID.test(found) ? found : null
  })
  return { uuid, code: computed(() => secret.value.get('code')?.trim() ?? '') }
}
