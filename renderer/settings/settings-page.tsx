import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '../../shared/contract/preferences.ts'
import { usePreferences } from '../api/queries.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { AboutCard } from './about-card.tsx'
import { BackupsCard } from './backups-card.tsx'
import { DirectoryCard } from './directory-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { ManagedCard } from './managed-card.tsx'
import { ManagedMark } from './managed-mark.tsx'
import { SecurityCard } from './security-card.tsx'
import { useManaged } from './use-managed.ts'
import { usePreferenceChange } from './use-preference-change.ts'

const themes = [
  ['system', 'themeSystem'],
  ['light', 'themeLight'],
  ['dark', 'themeDark'],
] as const

const densities = [
  ['compact', 'densityCompact'],
  ['standard', 'densityStandard'],
  ['comfortable', 'densityComfortable'],
] as const

/** How this computer shows Roster, what holds for the directory, and its backups. `about`: and what Roster is. */
export function SettingsPage({ about = false }: { readonly about?: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <Page title={t('heading')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
        <Appearance />
        <DirectoryCard />
        <BackupsCard />
        <SecurityCard />
        <ManagedCard />
        <HistoryCard />
        <AboutCard asked={about} />
      </Box>
    </Page>
  )
}

function Appearance() {
  const { t } = useTranslation('settings')
  const { data: preferences } = usePreferences()
  const saving = usePreferenceChange()
  const themeManaged = useManaged('Theme')
  if (!preferences) return null
  return (
    <SectionCard title={t('appearance')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 280 }}>
        <TextField
          select
          label={t('theme')}
          value={preferences.theme}
          disabled={themeManaged}
          helperText={themeManaged ? <ManagedMark /> : undefined}
          onChange={({ target }) => saving.mutate({ theme: target.value as Preferences['theme'] })}
        >
          {themes.map(([value, label]) => (
            <MenuItem key={value} value={value}>
              {t(label)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('density')}
          value={preferences.density}
          onChange={({ target }) =>
            saving.mutate({ density: target.value as Preferences['density'] })
          }
        >
          {densities.map(([value, label]) => (
            <MenuItem key={value} value={value}>
              {t(label)}
            </MenuItem>
          ))}
        </TextField>
        <FailureAlert error={saving.error} />
      </Box>
    </SectionCard>
  )
}
