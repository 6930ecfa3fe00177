import { useCallback } from 'react'
import { useToast } from '../ui/toast.tsx'
import { useUndo } from './use-undo.ts'

/** Tells what was done, with "Undo" where there is something to take back. */
export function useReport() {
  const toast = useToast()
  const undo = useUndo()
  return useCallback(
    (message: string, transactionId: string | null, afterUndo?: () => void) => {
      const action = transactionId ? undo?.(transactionId, afterUndo) : null
      toast({ message, ...(action ? { action } : {}) })
    },
    [toast, undo],
  )
}
