import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useQueryClient } from '@tanstack/react-query'
import { Rows2, Rows3, Rows4 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '../../../shared/contract/preferences.ts'
import { useApi } from '../../api/api-context.tsx'
import { preferencesQuery, usePreferences } from '../../api/queries.ts'

const choices = [
  { density: 'compact', label: 'settings:densityCompact', icon: Rows4 },
  { density: 'standard', label: 'settings:densityStandard', icon: Rows3 },
  { density: 'comfortable', label: 'settings:densityComfortable', icon: Rows2 },
] as const

/** How high the rows of lists are: the preference of the settings page, at hand where it matters. */
export function DensityChoice() {
  const { t } = useTranslation(['users', 'settings'])
  const api = useApi()
  const queries = useQueryClient()
  const { data: preferences } = usePreferences()
  const choose = async (density: Preferences['density']) => {
    const next = await api.setPreferences({ density })
    queries.setQueryData(preferencesQuery(api).queryKey, next)
  }
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('density')}
      value={preferences?.density ?? null}
      onChange={(_event, density: Preferences['density'] | null) => {
        if (density) void choose(density)
      }}
    >
      {choices.map(({ density, label, icon: Icon }) => (
        <ToggleButton key={density} value={density} aria-label={t(label)} title={t(label)}>
          <Icon size={16} aria-hidden />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
