import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useDirectory } from '../api/queries.ts'
import { RecoveryKeySteps } from '../recovery/recovery-key-steps.tsx'
import { useToast } from '../ui/toast.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'
import { Setting } from './setting.tsx'

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
  const renewing = useMutation({
    mutationFn: (password: string) => api.renewRecoveryKey({ password }),
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
    <OwnPasswordForm
      command={t('goOn')}
      pending={renewing.isPending}
      error={renewing.error}
      onSubmit={(password) => renewing.mutate(password)}
      onCancel={onEnd}
    />
  )
}
