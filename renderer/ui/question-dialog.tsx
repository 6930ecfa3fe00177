import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'

/** Asks before something is lost. Keeping it is what Enter and Escape do. */
export function QuestionDialog({
  open,
  title,
  text,
  lose,
  keep,
  onLose,
  onKeep,
}: {
  readonly open: boolean
  readonly title: string
  readonly text: string
  /** The words for each answer. */
  readonly lose: string
  readonly keep: string
  readonly onLose: () => void
  readonly onKeep: () => void
}) {
  const [heading, about] = [useId(), useId()]
  return (
    <Dialog open={open} onClose={onKeep} aria-labelledby={heading} aria-describedby={about}>
      <DialogTitle id={heading} variant="h2">
        {title}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id={about}>{text}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onLose} color="error">
          {lose}
        </Button>
        <Button onClick={onKeep} variant="contained" autoFocus>
          {keep}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
