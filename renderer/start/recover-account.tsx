import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { NewPasswordFields, useNewPassword } from '../passwords/new-password-fields.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { useToast } from '../ui/toast.tsx'
import { StartForm } from './start-form.tsx'

const nobody = { displayName: '', userPrincipalName: '' }

/** Chooses whose password is set, and sets it. */
export function RecoverAccount({
  recoveryKey,
  administrators,
  onBack,
}: Output<'checkRecoveryKey'> & { readonly recoveryKey: string; readonly onBack: () => void }) {
  const { t } = useTranslation(['recovery', 'passwords', 'start'])
  const api = useApi()
  const toast = useToast()
  const [chosen, setChosen] = useState(administrators[0] ?? nobody)
  const next = useNewPassword()
  const setting = useMutation({
    mutationFn: () =>
      api.signInWithRecoveryKey({
        recoveryKey,
        userPrincipalName: chosen.userPrincipalName,
        password: next.password,
      }),
    onSuccess: () => toast({ message: t('signedIn') }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next.agree()) setting.mutate()
  }
  const back = <Button onClick={onBack}>{t('back')}</Button>
  if (administrators.length === 0)
    return (
      <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <Alert severity="warning">{t('nobody')}</Alert>
        {back}
      </Box>
    )
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('whomHint')}
      </Typography>
      <StartForm
        onSubmit={submit}
        actions={
          <>
            {back}
            <Button type="submit" variant="contained" loading={setting.isPending}>
              {t('setPassword')}
            </Button>
          </>
        }
      >
        <TextField
          select
          label={t('account')}
          autoFocus
          value={chosen.userPrincipalName}
          onChange={({ target }) =>
            setChosen(
              administrators.find((each) => each.userPrincipalName === target.value) ?? nobody,
            )
          }
        >
          {administrators.map(({ displayName, userPrincipalName }) => (
            <MenuItem key={userPrincipalName} value={userPrincipalName}>
              <bdi>{displayName}</bdi>
              <Typography component="span" color="textSecondary" sx={{ ml: 1 }} noWrap>
                {userPrincipalName}
              </Typography>
            </MenuItem>
          ))}
        </TextField>
        <NewPasswordFields
          {...next.fields}
          label={t('start:newPassword')}
          owner={chosen}
          problem={failureIn(setting.error)?.fields?.password}
        />
        <FailureAlert error={setting.error} />
      </StartForm>
    </>
  )
}
