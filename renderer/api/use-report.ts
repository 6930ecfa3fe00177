import { useToast } from '../ui/toast.tsx'
import { useUndo } from './use-undo.ts'

/** Tells what was done, with "Undo" where there is something to take back. */
export function useReport() {
  const toast = useToast()
  const undo = useUndo()
  return (message: string, transactionId: string, afterUndo?: () => void) => {
    const action = transactionId === '' ? null : undo?.(transactionId, afterUndo)
    toast({ message, ...(action ? { action } : {}) })
  }
}
