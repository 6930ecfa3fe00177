import Alert from '@mui/material/Alert'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { StartFrame } from './start-frame.tsx'

/** Opens the directory with an administrator's account. */
export function SignInPage({ status }: { readonly status: Output<'directoryStatus'> }) {
  const { t } = useTranslation('start')
  const api = useApi()
  const administrators = status.administrators ?? []
  const [userPrincipalName, setUserPrincipalName] = useState(
    administrators.length === 1 ? (administrators[0]?.userPrincipalName ?? '') : '',
  )
  const [password, setPassword] = useState('')
  const signingIn = useMutation({
    mutationFn: () => api.signIn({ userPrincipalName, password }),
    onError: () => setPassword(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signingIn.mutate()
  }
  return (
    <StartFrame title={t('signInTo', { name: status.name ?? '' })} dataFolder={status.dataFolder}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('signInHint')}
      </Typography>
      {status.readOnly ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {status.readOnly.message}
        </Alert>
      ) : null}
      <Box
        component="form"
        onSubmit={submit}
        sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
      >
        <Autocomplete
          freeSolo
          options={administrators.map((each) => each.userPrincipalName)}
          getOptionLabel={(option) => option}
          inputValue={userPrincipalName}
          onInputChange={(_event, value) => setUserPrincipalName(value)}
          renderOption={({ key, ...props }, option) => (
            <li key={key} {...props}>
              <Box sx={{ minWidth: 0 }}>
                <Typography noWrap dir="auto">
                  {administrators.find((each) => each.userPrincipalName === option)?.displayName}
                </Typography>
                <Typography variant="caption" color="textSecondary" noWrap component="div">
                  {option}
                </Typography>
              </Box>
            </li>
          )}
          renderInput={(params) => (
            <TextField
              {...params}
              label={t('userName')}
              required
              autoFocus={userPrincipalName === ''}
              autoComplete="username"
            />
          )}
        />
        <PasswordField
          label={t('password')}
          required
          autoFocus={userPrincipalName !== ''}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <FailureAlert error={signingIn.error} />
        <Button type="submit" variant="contained" size="medium" loading={signingIn.isPending}>
          {t('signIn')}
        </Button>
      </Box>
    </StartFrame>
  )
}
