import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { failureIn } from '../api/client.ts'

/** Says why something did not work, in the application's own words. Nothing when there is no error. */
export function FailureAlert({
  error,
  onRetry,
  onClose,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly onClose?: () => void
}) {
  const { t } = useTranslation(['failures', 'shell'])
  if (!error) return null
  return (
    <Alert
      severity="error"
      {...(onClose ? { onClose } : {})}
      {...(onRetry
        ? {
            action: (
              <Button color="inherit" onClick={onRetry}>
                {t('shell:tryAgain')}
              </Button>
            ),
          }
        : {})}
    >
      {failureIn(error)?.message ?? t('unexpected')}
    </Alert>
  )
}
