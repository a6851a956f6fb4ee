import { useRouter } from 'vue-router'

/** Follows plain links of the application within it, as a RouterLink does, for all below one element. */
export function useLinks() {
  const router = useRouter()

  return function follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest('a')
    if (!link || link.target) return
    event.preventDefault()
    void router.push(link.pathname + link.search)
  }
}
