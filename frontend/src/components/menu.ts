import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

/** An entry of `ActionMenu`. */
export interface MenuAction {
  label: string
  icon?: Component
  run?: () => void
  to?: RouteLocationRaw
  tone?: 'danger'
  disabled?: boolean
}
