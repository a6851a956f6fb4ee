/** What the menu of the workspace shows to whom. */

import {
  BookOpenText,
  CalendarDays,
  CalendarOff,
  CalendarSync,
  ChartNoAxesColumn,
  Files,
  GraduationCap,
  History,
  KeyRound,
  Layers,
  Mails,
  MonitorSmartphone,
  Newspaper,
  PenLine,
  Repeat,
  Shirt,
  UserPlus,
  UserRound,
  UsersRound,
} from '@lucide/vue'
import type { Component } from 'vue'

export type Role = 'user' | 'coach' | 'author' | 'admin'

export interface NavigationItem {
  to: string
  label: string
  icon: Component
  role?: Role
}

export interface NavigationSection {
  label: string
  role: Role
  items: NavigationItem[]
}

export const NAVIGATION: readonly NavigationSection[] = [
  {
    label: 'common.areas.coach',
    role: 'coach',
    items: [
      { to: '/coach', label: 'common.nav.agenda', icon: CalendarDays },
      { to: '/coach/definitions', label: 'common.nav.definitions', icon: Repeat },
      { to: '/coach/closures', label: 'common.nav.closures', icon: CalendarOff },
      { to: '/coach/statistics', label: 'common.nav.statistics', icon: ChartNoAxesColumn },
    ],
  },
  {
    label: 'common.areas.author',
    role: 'author',
    items: [
      { to: '/author', label: 'common.nav.stories', icon: Newspaper },
      { to: '/author/pages', label: 'common.nav.pages', icon: Files },
    ],
  },
  {
    label: 'common.areas.admin',
    role: 'admin',
    items: [
      { to: '/admin/users', label: 'common.nav.users', icon: UsersRound },
      { to: '/admin/invitations', label: 'common.nav.invitations', icon: UserPlus },
      { to: '/admin/coaches', label: 'common.nav.coaches', icon: GraduationCap },
      { to: '/admin/teams', label: 'common.nav.teams', icon: Shirt },
      { to: '/admin/seasons', label: 'common.nav.seasons', icon: Layers },
      { to: '/admin/authors', label: 'common.nav.authors', icon: PenLine },
      { to: '/admin/applications', label: 'common.nav.applications', icon: BookOpenText },
      { to: '/admin/mails', label: 'common.nav.mails', icon: Mails },
      { to: '/admin/changes', label: 'common.nav.changes', icon: History },
    ],
  },
  {
    label: 'common.areas.account',
    role: 'user',
    items: [
      { to: '/account', label: 'common.nav.profile', icon: UserRound },
      { to: '/account/password', label: 'common.nav.password', icon: KeyRound },
      { to: '/account/sessions', label: 'common.nav.sessions', icon: MonitorSmartphone },
      { to: '/account/calendars', label: 'common.nav.calendars', icon: CalendarSync, role: 'coach' },
    ],
  },
]
