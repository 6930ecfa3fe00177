import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../ui/toast.tsx'
import { useFailureToast } from '../ui/use-failure-toast.ts'
import { useApi } from './api-context.tsx'
import { usePermission } from './use-permission.ts'

/** A toast's "Undo" of a transaction; null when the signed-in person may not undo. */
export function useUndo() {
  const { t } = useTranslation('shell')
  const api = useApi()
  const toast = useToast()
  const allowed = usePermission('history.undo')
  const { mutate } = useMutation({
    mutationFn: ({
      transactionId,
    }: {
      readonly transactionId: string
      readonly then?: () => void
    }) => api.undo({ transactionId }),
    onSuccess: (_undone, { then }) => {
      toast({ message: t('undone') })
      then?.()
    },
    onError: useFailureToast(),
  })
  return useMemo(() => {
    if (!allowed) return null
    return (transactionId: string, then?: () => void) => ({
      label: t('undo'),
      run: () => mutate({ transactionId, ...(then ? { then } : {}) }),
    })
  }, [allowed, t, mutate])
}
