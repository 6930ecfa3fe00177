import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '../../shared/contract/preferences.ts'
import { useApi } from '../api/api-context.tsx'
import { preferencesQuery, useDirectory, usePreferences } from '../api/queries.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { BackupsCard } from './backups-card.tsx'
import { SecurityCard } from './security-card.tsx'

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

/** How this computer shows Roster, and the facts of the directory. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  return (
    <Page title={t('heading')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
        <Appearance />
        <DirectoryFacts />
        <BackupsCard />
        <SecurityCard />
      </Box>
    </Page>
  )
}

function Appearance() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const queries = useQueryClient()
  const { data: preferences } = usePreferences()
  const saving = useMutation({
    mutationFn: (changes: Partial<Preferences>) => api.setPreferences(changes),
    onSuccess: (saved) => queries.setQueryData(preferencesQuery(api).queryKey, saved),
  })
  if (!preferences) return null
  return (
    <SectionCard title={t('appearance')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 280 }}>
        <TextField
          select
          label={t('theme')}
          value={preferences.theme}
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

function DirectoryFacts() {
  const { t } = useTranslation('settings')
  const { number } = useFormats()
  const { data: directory } = useDirectory()
  if (!directory) return null
  const facts = [
    [t('name'), directory.displayName],
    [t('domains'), directory.domains.join(', ')],
    [t('users'), number(directory.users)],
    [t('dataFolder'), directory.dataFolder],
  ] as const
  return (
    <SectionCard title={t('directory')}>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: '160px 1fr', rowGap: 1, m: 0 }}
      >
        {facts.map(([label, value]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {label}
            </Typography>
            <Typography
              component="dd"
              sx={{ m: 0, overflowWrap: 'anywhere', unicodeBidi: 'isolate' }}
              dir="auto"
            >
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
    </SectionCard>
  )
}
