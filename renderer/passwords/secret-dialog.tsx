import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useId } from 'react'
import type { ClosingGuard } from './closing-guard.tsx'

/** A dialog that, once a secret is shown in it, closes by its guard only, and not by a press beside it. */
export function SecretDialog({
  title,
  shown,
  guard,
  onClose,
  children,
}: {
  readonly title: ReactNode
  /** Whether the secret is shown by now. */
  readonly shown: boolean
  readonly guard: ClosingGuard
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        if (!shown) onClose()
        else if (reason === 'escapeKeyDown') guard.close()
      }}
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
    >
      <DialogTitle id={id} variant="h2">
        {title}
      </DialogTitle>
      {children}
    </Dialog>
  )
}
