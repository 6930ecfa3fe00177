import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../ui/toast.tsx'
import { ExportForm } from './export-form.tsx'
import type { Exportable } from './export-request.ts'

/** Writes users of a list into a file. */
export function ExportDialog({
  exportable,
  onClose,
}: {
  readonly exportable: Exportable
  readonly onClose: () => void
}) {
  const { t } = useTranslation('exporter')
  const toast = useToast()
  const title = useId()
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title} variant="h1" component="h2">
        {t('title')}
      </DialogTitle>
      <ExportForm
        exportable={exportable}
        onClose={onClose}
        onDone={(count) => {
          onClose()
          toast({ message: t('done', { count }) })
        }}
      />
    </Dialog>
  )
}
