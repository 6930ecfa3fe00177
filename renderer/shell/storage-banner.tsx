import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useStatus } from '../api/queries.ts'

/** Stands over every page for as long as nothing can be saved, or storage needs the person's attention. */
export function StorageBanner() {
  const { t } = useTranslation()
  const api = useApi()
  const { data: status } = useStatus()
  const retrying = useMutation({ mutationFn: () => api.retryOpen({}) })
  if (!status) return null
  const { readOnly, warnings } = status
  return (
    <Box component="section" aria-label={t('storage')} hidden={!readOnly && warnings.length === 0}>
      {readOnly ? (
        <Alert
          severity="info"
          role="status"
          sx={{ borderRadius: 0 }}
          action={
            readOnly.reason === 'intended' ? undefined : (
              <Button
                color="inherit"
                loading={retrying.isPending}
                onClick={() => retrying.mutate()}
                sx={{ whiteSpace: 'nowrap' }}
              >
                {t('tryAgain')}
              </Button>
            )
          }
        >
          {readOnly.message}
        </Alert>
      ) : null}
      {warnings.map(({ kind, message }) => (
        <Alert key={kind} severity="warning" role="status" sx={{ borderRadius: 0 }}>
          {message}
        </Alert>
      ))}
    </Box>
  )
}
