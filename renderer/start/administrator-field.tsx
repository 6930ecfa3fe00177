import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'

type Administrator = NonNullable<Output<'directoryStatus'>['administrators']>[number]

const filterOptions = createFilterOptions<Administrator>({
  stringify: ({ displayName, userPrincipalName }) => `${displayName} ${userPrincipalName}`,
})

/** A user name, typed or chosen from those who can sign in. Their names find them too. */
export function AdministratorField({
  administrators,
  value,
  onChange,
}: {
  readonly administrators: readonly Administrator[]
  readonly value: string
  readonly onChange: (userPrincipalName: string) => void
}) {
  const { t } = useTranslation('start')
  return (
    <Autocomplete
      freeSolo
      forcePopupIcon
      options={[...administrators]}
      filterOptions={filterOptions}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.userPrincipalName)}
      inputValue={value}
      onInputChange={(_event, next) => onChange(next)}
      openText={t('showAdministrators')}
      closeText={t('hideAdministrators')}
      clearText={t('clear')}
      renderOption={({ key, ...props }, { displayName, userPrincipalName }) => (
        <li key={key} {...props}>
          <Box sx={{ minWidth: 0 }}>
            <Typography noWrap dir="auto">
              {displayName}
            </Typography>
            <Typography variant="caption" color="textSecondary" noWrap component="div">
              {userPrincipalName}
            </Typography>
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('userName')}
          required
          autoFocus={value === ''}
          autoComplete="username"
        />
      )}
    />
  )
}
