import { type Ref, watch } from 'vue'

/** Brings to the eye what a button far below has made appear. */
export function useIntoView(
  root: Readonly<Ref<HTMLElement | null>>,
  cause: () => unknown,
): void {
  watch(
    cause,
    (given) => {
      const top = root.value?.getBoundingClientRect().top ?? 0
      if (given && (top < 0 || top > window.innerHeight)) root.value?.scrollIntoView()
    },
    { flush: 'post' },
  )
}
