import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { shortcuts } from '../../shared/contract/commands.ts'
import { usePreferences } from '../api/queries.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { keysOf } from '../ui/shortcuts.ts'
import { ManagedMark } from './managed-mark.tsx'
import { Setting } from './setting.tsx'
import { useManaged } from './use-managed.ts'
import { usePreferenceChange } from './use-preference-change.ts'

const choices = [1, 2, 5, 10, 15, 30, 60]

/** After how long without a sign of anybody the directory is locked. */
export function AutoLock() {
  const { t } = useTranslation('settings')
  const { data: preferences } = usePreferences()
  const saving = usePreferenceChange()
  const managed = useManaged('LockAfterMinutes')
  if (!preferences) return null
  const { lockAfterMinutes } = preferences
  // Somebody may have written another number into the file.
  const offered = choices.includes(lockAfterMinutes)
    ? choices
    : [...choices, lockAfterMinutes].sort((one, other) => one - other)
  return (
    <Setting title={t('autoLock')} hint={t('autoLockHint', { keys: keysOf(shortcuts.lock) })}>
      <TextField
        select
        label={t('lockAfter')}
        value={lockAfterMinutes}
        disabled={managed}
        helperText={managed ? <ManagedMark /> : undefined}
        onChange={({ target }) => saving.mutate({ lockAfterMinutes: Number(target.value) })}
        sx={{ maxWidth: 280, mt: 1 }}
      >
        {offered
          .filter((minutes) => minutes > 0)
          .map((minutes) => (
            <MenuItem key={minutes} value={minutes}>
              {t('afterMinutes', { count: minutes })}
            </MenuItem>
          ))}
        <MenuItem value={0}>{t('neverLock')}</MenuItem>
      </TextField>
      <FailureAlert error={saving.error} />
    </Setting>
  )
}
