import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What can be done with a secret that nobody has taken down yet. */
export type ClosingGuard = {
  /** Closes, or asks first. */
  readonly close: () => void
  readonly asks: boolean
  readonly stay: () => void
  readonly closeAnyway: () => void
}

/** Asks before a secret that is shown once goes, unless it has been `taken` down. */
export function useClosingGuard(taken: boolean, onClose: () => void): ClosingGuard {
  const [asks, setAsks] = useState(false)
  return {
    close: () => (taken ? onClose() : setAsks(true)),
    asks,
    stay: () => setAsks(false),
    closeAnyway: onClose,
  }
}

/** The buttons under a secret; while it is asked whether to close, nothing but the answers to that. */
export function GuardedActions({
  guard,
  warning,
  children,
}: {
  readonly guard: ClosingGuard
  readonly warning: string
  readonly children: ReactNode
}) {
  const { t } = useTranslation('passwords')
  if (!guard.asks)
    return (
      <DialogActions sx={{ px: 3, pb: 2 }}>
        {children}
        <Button variant="contained" onClick={guard.close}>
          {t('close')}
        </Button>
      </DialogActions>
    )
  return (
    <>
      <Alert severity="warning" sx={{ mx: 3 }}>
        {warning}
      </Alert>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="error" onClick={guard.closeAnyway}>
          {t('closeAnyway')}
        </Button>
        <Button variant="contained" autoFocus onClick={guard.stay}>
          {t('stay')}
        </Button>
      </DialogActions>
    </>
  )
}
