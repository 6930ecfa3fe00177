import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { useUndo } from '../api/use-undo.ts'
import { useToast } from '../ui/toast.tsx'

export type DirectoryChange = Asked<'updateDirectory'>

export type DirectoryChanges = ReturnType<typeof useDirectoryChanges>

/** Saves one setting of the directory at a time, each with a way back for as long as its toast stays. */
export function useDirectoryChanges() {
  const { t } = useTranslation('directorySettings')
  const api = useApi()
  const toast = useToast()
  const undo = useUndo()
  const saving = useMutation({
    mutationFn: (change: DirectoryChange) => api.updateDirectory(change),
    onSuccess: ({ transactionId }) =>
      toast({
        message: t('saved'),
        ...(undo && transactionId ? { action: undo(transactionId) } : {}),
      }),
  })
  return {
    save: (change: DirectoryChange, then: () => void = () => {}) =>
      saving.mutate(change, { onSuccess: then }),
    saving: saving.isPending,
    error: saving.error,
    forget: saving.reset,
  }
}
