import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import { failureIn } from '../api/client.ts'

/** Says why something did not work, in the application's own words. Nothing when there is no error. */
export function FailureAlert({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('failures')
  if (!error) return null
  return <Alert severity="error">{failureIn(error)?.message ?? t('unexpected')}</Alert>
}
