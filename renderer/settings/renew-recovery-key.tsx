import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useDirectory } from '../api/queries.ts'
import { RecoveryKeySteps } from '../recovery/recovery-key-steps.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { Setting } from './setting.tsx'
import { SettingForm } from './setting-form.tsx'

/** Makes a new recovery key, which takes the place of the one before once it is written down. */
export function RenewRecoveryKey() {
  const { t } = useTranslation('recovery')
  const [open, setOpen] = useState(false)
  const end = () => setOpen(false)
  return (
    <Setting title={t('heading')} hint={t('renewHint')}>
      {open ? (
        <Renewal onEnd={end} />
      ) : (
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {t('renew')}
        </Button>
      )}
    </Setting>
  )
}

function Renewal({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation('recovery')
  const api = useApi()
  const toast = useToast()
  const { data: directory } = useDirectory()
  const [password, setPassword] = useState('')
  const renewing = useMutation({
    mutationFn: () => api.renewRecoveryKey({ password }),
    onError: () => setPassword(''),
  })
  const confirming = useMutation({
    mutationFn: (recoveryKey: string) => api.confirmRecoveryKey({ recoveryKey }),
    onSuccess: () => {
      toast({ message: t('renewed') })
      onEnd()
    },
  })
  const made = renewing.data
  if (made)
    return (
      <Box sx={{ maxWidth: 440 }}>
        <RecoveryKeySteps
          recoveryKey={made.recoveryKey}
          organisation={directory?.displayName ?? ''}
          onConfirmed={() => confirming.mutate(made.recoveryKey)}
          onCancel={onEnd}
          pending={confirming.isPending}
          error={confirming.error}
        />
      </Box>
    )
  return (
    <SettingForm
      label={t('renew')}
      submit={t('goOn')}
      pending={renewing.isPending}
      onSubmit={() => renewing.mutate()}
      onCancel={onEnd}
    >
      <PasswordField
        label={t('yourPassword')}
        required
        autoFocus
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <FailureAlert error={renewing.error} />
    </SettingForm>
  )
}
