import { useCallback, useEffect } from 'react'
import { shortcuts } from '../../shared/contract/commands.ts'
import { useApi } from '../api/api-context.tsx'
import { useEvent } from '../api/use-event.ts'
import { shortcutOf } from '../ui/shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { lock } from './lock.ts'

/** Locks the directory. */
export function useLock(): () => void {
  const api = useApi()
  const toast = useToast()
  return useCallback(() => {
    toast(null)
    void lock(api)
  }, [api, toast])
}

/** Locks it whenever the host asks for that, or by keyboard, whatever has the focus. */
export function useLockCommand() {
  const lockNow = useLock()
  useEvent('lock-asked', lockNow)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (shortcutOf(event) !== shortcuts.lock) return
      event.preventDefault()
      lockNow()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [lockNow])
}
