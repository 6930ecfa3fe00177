import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { QuestionDialog } from '../ui/question-dialog.tsx'
import { isHelp } from './help-topic.ts'
import { guardLeaving } from './location.ts'

/** An edit that would be lost by leaving. `name` is whose it is. */
type Unsaved = {
  readonly name: string
  readonly discard: () => void
  /** Says that the edit, which is kept elsewhere, is gone on with afterwards. */
  readonly comeBack: (() => void) | undefined
}

let unsaved: Unsaved | null = null
const listeners = new Set<() => void>()

function setUnsaved(next: Unsaved | null) {
  unsaved = next
  for (const listener of listeners) listener()
}

/**
 * While `name` is not null, leaving the place or closing the window asks first. Looking into the guide does not,
 * where the edit can be gone on with afterwards.
 */
export function useUnsavedGuard(name: string | null, discard: () => void, comeBack?: () => void) {
  useEffect(() => {
    if (name === null) return undefined
    const mine = { name, discard, comeBack }
    setUnsaved(mine)
    const askBeforeClosing = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', askBeforeClosing)
    return () => {
      window.removeEventListener('beforeunload', askBeforeClosing)
      if (unsaved === mine) setUnsaved(null)
    }
  }, [name, discard, comeBack])
}

/** Asks whether to leave an unsaved edit. Keeping on editing is what Enter and Escape do. */
export function LeaveDialog() {
  const { t } = useTranslation()
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
    return guardLeaving((leave, place) => {
      if (edit.comeBack && place !== undefined && isHelp(place)) {
        edit.comeBack()
        return true
      }
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
    <QuestionDialog
      open={pending !== null && edit !== null}
      title={t('leaveTitle')}
      text={t('leaveText', { name: edit?.name ?? '' })}
      lose={t('leaveDiscard')}
      keep={t('leaveStay')}
      onLose={discard}
      onKeep={stay}
    />
  )
}
