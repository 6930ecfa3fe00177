import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import {
  type UserNameRule,
  userNameFrom,
  userNameRules,
} from '../../shared/fields/user-name-rules.ts'
import type { DirectoryChange } from './use-directory-changes.ts'

const retentions: readonly number[] = [7, 14, 30, 60, 90, 180, 365]

/** How user names are made, and for how long deleted users are kept. */
export function NewAndDeletedUsers({
  directory: { userNameRule, deletedUserRetentionDays },
  disabled,
  onChange,
}: {
  readonly directory: Output<'getDirectory'>
  readonly disabled: boolean
  readonly onChange: (change: DirectoryChange) => void
}) {
  const { t } = useTranslation('directorySettings')
  const days = [...new Set([...retentions, deletedUserRetentionDays])].sort((a, b) => a - b)
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 400 }}>
      <TextField
        select
        label={t('userNameRule')}
        helperText={t('userNameHint')}
        disabled={disabled}
        slotProps={readableHelp}
        value={userNameRule}
        onChange={({ target }) => onChange({ userNameRule: target.value as UserNameRule })}
      >
        {userNameRules.map((rule) => (
          <MenuItem key={rule} value={rule}>
            {userNameFrom(rule, 'Ada', 'Lovelace')}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('retention')}
        helperText={t('retentionHint')}
        disabled={disabled}
        slotProps={readableHelp}
        value={deletedUserRetentionDays}
        onChange={({ target }) => onChange({ deletedUserRetentionDays: Number(target.value) })}
      >
        {days.map((count) => (
          <MenuItem key={count} value={count}>
            {t('retentionDays', { count })}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  )
}

/** What helps is for reading also where nothing can be chosen. */
const readableHelp = { formHelperText: { disabled: false } } as const
