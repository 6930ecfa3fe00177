import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import type { GroupForm } from './use-group-form.ts'

/** Why the last save was refused. Takes the focus then; what is wrong with a value stands at its field. */
export function RefusedSave({ form: { failure, refusals } }: { readonly form: GroupForm }) {
  const { t } = useTranslation('groups')
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusals > 0) alert.current?.focus()
  }, [refusals])
  if (refusals === 0) return null
  return (
    <Box ref={alert} tabIndex={-1} sx={{ mb: 2 }}>
      {failure ? <FailureAlert error={failure} /> : <Alert severity="error">{t('notSaved')}</Alert>}
    </Box>
  )
}
