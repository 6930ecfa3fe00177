import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ChooseForm } from './choose-form.tsx'

/** Selects the users that a pasted list names. */
export function ChooseDialog({
  open,
  onClose,
  onChoose,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly onChoose: (ids: readonly string[]) => void
}) {
  const { t } = useTranslation('users')
  const title = useId()
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <DialogTitle id={title} variant="h1" component="h2">
        {t('chooseTitle')}
      </DialogTitle>
      <ChooseForm
        onClose={onClose}
        onChoose={(ids) => {
          onClose()
          onChoose(ids)
        }}
      />
    </Dialog>
  )
}
