import { shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * Which entity a dialog edits: `undefined` is none, `null` a new one.
 *
 * It stands in the address as well: a reload and an ended session come back to it.
 */
export function useEditing<T extends { id: string }>(items: () => readonly T[]) {
  const route = useRoute()
  const router = useRouter()
  const edited = shallowRef<T | null>()

  function show(entity: T | null | undefined): void {
    edited.value = entity
    const edit = entity === null ? 'new' : entity?.id
    void router.replace({ query: { ...route.query, edit } })
  }

  watch(
    [() => route.query.edit, items],
    ([asked, there]) => {
      if (asked === 'new') edited.value = null
      // What is being edited stays, even when it has left the list meanwhile.
      else if (edited.value?.id !== asked) edited.value = there.find(({ id }) => id === asked)
    },
    { immediate: true },
  )

  return {
    edited,
    create: () => show(null),
    edit: (entity: T) => show(entity),
    close: () => show(undefined),
  }
}
