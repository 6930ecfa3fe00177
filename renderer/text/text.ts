import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { sharedText } from '../../shared/text/en/index.ts'
import { about } from './en/about.ts'
import { authority } from './en/authority.ts'
import { backups } from './en/backups.ts'
import { bulk } from './en/bulk.ts'
import { chart } from './en/chart.ts'
import { compare } from './en/compare.ts'
import { directorySettings } from './en/directory-settings.ts'
import { evidence } from './en/evidence.ts'
import { exporter } from './en/exporter.ts'
import { grid } from './en/grid.ts'
import { groups } from './en/groups.ts'
import { health } from './en/health.ts'
import { help } from './en/help.ts'
import { history } from './en/history.ts'
import { importer } from './en/importer.ts'
import { keys } from './en/keys.ts'
import { passwords } from './en/passwords.ts'
import { photo } from './en/photo.ts'
import { profile } from './en/profile.ts'
import { recovery } from './en/recovery.ts'
import { reports } from './en/reports.ts'
import { roles } from './en/roles.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { start } from './en/start.ts'
import { users } from './en/users.ts'

const en = {
  ...sharedText,
  about,
  authority,
  shell,
  grid,
  start,
  users,
  profile,
  passwords,
  photo,
  importer,
  history,
  exporter,
  reports,
  roles,
  recovery,
  settings,
  directorySettings,
  backups,
  bulk,
  chart,
  compare,
  health,
  help,
  keys,
  groups,
  evidence,
} as const

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof en
  }
}

export const text = i18next.createInstance()

/** Must be awaited before the first render. */
export const textReady = text.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'shell',
  resources: { en },
  interpolation: { escapeValue: false },
})
