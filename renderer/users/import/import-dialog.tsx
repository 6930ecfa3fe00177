import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportSteps } from './import-steps.tsx'

/** Takes users in from the portal's "Download users" file: choose, look, import. */
export function ImportDialog({
  open,
  onClose,
  onDone,
}: {
  readonly open: boolean
  readonly onClose: () => void
  /** Told what was imported, and by which transaction. */
  readonly onDone: (message: string, transactionId: string | null) => void
}) {
  const { t } = useTranslation('importer')
  const title = useId()
  return (
    <Dialog open={open} onClose={onClose} maxWidth="md" fullWidth aria-labelledby={title}>
      <DialogTitle id={title} variant="h1" component="h2">
        {t('title')}
      </DialogTitle>
      <ImportSteps
        onClose={onClose}
        onDone={({ transactionId, created, updated }) => {
          onClose()
          onDone(
            transactionId === null ? t('nothingImported') : t('done', { created, updated }),
            transactionId,
          )
        }}
      />
    </Dialog>
  )
}
