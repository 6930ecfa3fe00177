import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn } from '../api/client.ts'
import { useToast } from './toast.tsx'

/** Says in passing why something did not work, in the application's own words. */
export function useFailureToast(): (error: unknown) => void {
  const { t } = useTranslation('failures')
  const toast = useToast()
  return useCallback(
    (error) => toast({ message: failureIn(error)?.message ?? t('unexpected') }),
    [t, toast],
  )
}
