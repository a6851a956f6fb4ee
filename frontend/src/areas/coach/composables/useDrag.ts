import { computed, onBeforeUnmount, ref } from 'vue'

export interface Drag<T> {
  what: T
  /** How far it was carried, and where the pointer is. */
  dx: number
  dy: number
  x: number
  y: number
}

const DRAG_FROM = 6

/**
 * Carries something with a mouse or a pen; a finger scrolls. Whoever cannot or does not want to
 * drag has another way: that is up to the screen.
 */
export function useDrag<T>(drop: (drag: Drag<T>) => void) {
  const held = ref<{ what: T; fromX: number; fromY: number; x: number; y: number }>()
  const drag = computed<Drag<T> | undefined>(() => {
    if (!held.value) return undefined
    const { what, fromX, fromY, x, y } = held.value
    const [dx, dy] = [x - fromX, y - fromY]
    return Math.hypot(dx, dy) > DRAG_FROM ? { what: what as T, dx, dy, x, y } : undefined
  })

  function begin(event: PointerEvent, what: T): void {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const { clientX: x, clientY: y } = event
    held.value = { what, fromX: x, fromY: y, x, y } as typeof held.value
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', finish)
    window.addEventListener('keydown', giveUp)
  }

  function follow(event: PointerEvent): void {
    if (!held.value) return
    held.value.x = event.clientX
    held.value.y = event.clientY
  }

  function finish(): void {
    const dropped = drag.value
    end()
    if (!dropped) return
    // The click that follows would open what was dropped.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
    drop(dropped)
  }

  function giveUp(event: KeyboardEvent): void {
    if (event.key === 'Escape') end()
  }

  function end(): void {
    held.value = undefined
    window.removeEventListener('pointermove', follow)
    window.removeEventListener('pointerup', finish)
    window.removeEventListener('keydown', giveUp)
  }

  onBeforeUnmount(end)
  return { drag, begin }
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
