import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { failureIn } from '../../api/client.ts'

/** Somebody else changed the photo meanwhile; trying again replaces theirs. */
export const isConflict = (error: unknown) => failureIn(error)?.code === 'conflict'

/** Why the photo was not changed. Nothing when there is no error. */
export function PhotoFailure({
  error,
  onTryAgain,
}: {
  readonly error: unknown
  readonly onTryAgain: () => void
}) {
  const { t } = useTranslation(['shell', 'failures'])
  if (!error) return null
  return (
    <Alert
      severity="error"
      action={
        isConflict(error) ? (
          <Button color="inherit" onClick={onTryAgain}>
            {t('tryAgain')}
          </Button>
        ) : null
      }
    >
      {failureIn(error)?.message ?? t('failures:unexpected')}
    </Alert>
  )
}
