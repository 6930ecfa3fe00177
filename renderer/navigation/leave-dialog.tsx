import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { guardLeaving } from './location.ts'

/** An edit that would be lost by leaving. `name` is whose it is. */
type Unsaved = { readonly name: string; readonly discard: () => void }

let unsaved: Unsaved | null = null
const listeners = new Set<() => void>()

function setUnsaved(next: Unsaved | null) {
  unsaved = next
  for (const listener of listeners) listener()
}

/** While `name` is not null, leaving the place or closing the window asks first. */
export function useUnsavedGuard(name: string | null, discard: () => void) {
  useEffect(() => {
    if (name === null) return undefined
    const mine = { name, discard }
    setUnsaved(mine)
    const askBeforeClosing = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', askBeforeClosing)
    return () => {
      window.removeEventListener('beforeunload', askBeforeClosing)
      if (unsaved === mine) setUnsaved(null)
    }
  }, [name, discard])
}

/** Asks whether to leave an unsaved edit. Keeping on editing is what Enter and Escape do. */
export function LeaveDialog() {
  const { t } = useTranslation()
  const title = useId()
  const edit = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => unsaved,
  )
  const [pending, setPending] = useState<{ readonly leave: () => void } | null>(null)
  useEffect(() => {
    if (!edit) return undefined
    return guardLeaving((leave) => {
      setPending({ leave })
      return false
    })
  }, [edit])
  const stay = () => setPending(null)
  const discard = () => {
    edit?.discard()
    setPending(null)
    pending?.leave()
  }
  return (
    <Dialog open={pending !== null && edit !== null} onClose={stay} aria-labelledby={title}>
      <DialogTitle id={title} variant="h2">
        {t('leaveTitle')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t('leaveText', { name: edit?.name ?? '' })}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={discard} color="error">
          {t('leaveDiscard')}
        </Button>
        <Button onClick={stay} variant="contained" autoFocus>
          {t('leaveStay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
