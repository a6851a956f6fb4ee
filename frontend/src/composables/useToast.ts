import { shallowReactive } from 'vue'

export interface Toast {
  text: string
  tone: 'ok' | 'info' | 'danger'
  action?: { label: string; run: () => void }
}

export interface ShownToast extends Toast {
  id: number
}

const toasts = shallowReactive<ShownToast[]>([])
let nextId = 0

function show(toast: Toast): void {
  toasts.push({ ...toast, id: nextId++ })
}

/** Tell what happened, without standing in the way; `ToastHost` shows it. */
export function useToast() {
  return {
    show,
    ok: (text: string) => show({ text, tone: 'ok' }),
    error: (text: string) => show({ text, tone: 'danger' }),
  }
}

/** What `ToastHost` shows and takes away. */
export function useToasts() {
  return {
    toasts,
    dismiss(id: number) {
      const index = toasts.findIndex((toast) => toast.id === id)
      if (index >= 0) toasts.splice(index, 1)
    },
  }
}
