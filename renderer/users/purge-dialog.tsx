import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** Asks before users are removed for good. Keeping them is what Enter and Escape do. */
export function PurgeDialog({
  count,
  onPurge,
  onKeep,
}: {
  readonly count: number
  readonly onPurge: () => void
  readonly onKeep: () => void
}) {
  const { t } = useTranslation('users')
  const title = useId()
  const text = useId()
  return (
    <Dialog open onClose={onKeep} aria-labelledby={title} aria-describedby={text}>
      <DialogTitle id={title} variant="h2">
        {t('purgeTitle', { count })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id={text}>{t('purgeText')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onPurge} color="error">
          {t('purge')}
        </Button>
        <Button onClick={onKeep} variant="contained" autoFocus>
          {t('purgeKeep')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
