import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { usePermission } from '../api/use-permission.ts'
import { useToast } from '../ui/toast.tsx'

/** Brings back what was before an entry or a part of it; null for whoever may not. */
export function useRevert(): ((part: Asked<'revert'>) => void) | null {
  const { t } = useTranslation(['history', 'shell', 'failures'])
  const api = useApi()
  const toast = useToast()
  const failed = (error: unknown) => toast({ message: toldOf(error) ?? t('failures:unexpected') })
  const { mutate: undo } = useMutation({
    mutationFn: (transactionId: string) => api.undo({ transactionId }),
    onSuccess: () => toast({ message: t('shell:undone') }),
    onError: failed,
  })
  const { mutate } = useMutation({
    mutationFn: (part: Asked<'revert'>) => api.revert(part),
    onSuccess: ({ transactionId }) =>
      toast(
        transactionId === ''
          ? { message: t('nothingToRevert') }
          : {
              message: t('reverted'),
              action: { label: t('shell:undo'), run: () => undo(transactionId) },
            },
      ),
    onError: failed,
  })
  return usePermission('history.undo') ? mutate : null
}

/** The refusal, with what is wrong with each value where that is the reason. */
function toldOf(error: unknown): string | null {
  const failure = failureIn(error)
  return failure ? [failure.message, ...Object.values(failure.fields ?? {})].join(' ') : null
}
