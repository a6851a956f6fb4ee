import { shallowRef } from 'vue'

/** Which entity a dialog edits: `undefined` is none, `null` a new one. */
export function useEditing<T>() {
  const edited = shallowRef<T | null>()
  return {
    edited,
    create: () => (edited.value = null),
    edit: (entity: T) => (edited.value = entity),
    close: () => (edited.value = undefined),
  }
}
