import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShownRecoveryKey } from './shown-recovery-key.tsx'
import { TypeBack } from './type-back.tsx'

/** Shows a recovery key this once, and goes on when a part of it was typed back. */
export function RecoveryKeySteps({
  recoveryKey,
  organisation,
  onConfirmed,
  onCancel,
  pending = false,
  error = null,
}: {
  readonly recoveryKey: string
  readonly organisation: string
  readonly onConfirmed: () => void
  readonly onCancel?: () => void
  readonly pending?: boolean
  readonly error?: unknown
}) {
  const { t } = useTranslation('recovery')
  const [typing, setTyping] = useState(false)
  if (typing)
    return (
      <TypeBack
        recoveryKey={recoveryKey}
        onTyped={onConfirmed}
        onShow={() => setTyping(false)}
        pending={pending}
        error={error}
      />
    )
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>{t('what')}</Typography>
      <ShownRecoveryKey recoveryKey={recoveryKey} organisation={organisation} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
        <Button variant="contained" autoFocus onClick={() => setTyping(true)}>
          {t('written')}
        </Button>
      </Box>
    </Box>
  )
}
