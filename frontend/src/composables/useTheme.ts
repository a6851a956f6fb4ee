import { useLocalStorage } from '@vueuse/core'
import { watch } from 'vue'

import { clubColors } from '@/lib/colors'

export type Theme = 'auto' | 'light' | 'dark'

const KEY = 'kwai.theme'

/** Light, dark, or as the device says; remembered on this device. */
export function useTheme() {
  const theme = useLocalStorage<Theme>(KEY, 'auto')
  watch(
    theme,
    (chosen) => {
      const root = document.documentElement
      if (chosen === 'auto') delete root.dataset.theme
      else root.dataset.theme = chosen
    },
    { immediate: true },
  )
  return theme
}

/** Dress the application in the colours of the club; both are `#rrggbb`. */
export function applyClubColors(primary: string | undefined, second: string | undefined): void {
  if (!primary) return
  const light = clubColors(primary, second ?? primary, 'light')
  const dark = clubColors(primary, second ?? primary, 'dark')
  const { style } = document.documentElement
  style.setProperty('--accent', `light-dark(${light.accent}, ${dark.accent})`)
  style.setProperty('--on-accent', `light-dark(${light.onAccent}, ${dark.onAccent})`)
  style.setProperty('--accent-soft', `light-dark(${light.accentSoft}, ${dark.accentSoft})`)
  style.setProperty('--second', `light-dark(${light.second}, ${dark.second})`)
}
