import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useReport } from '../api/use-report.ts'

/** Deleting and restoring groups at once, each with a way back for as long as its toast stays. */
export function useGroupCommands() {
  const { t } = useTranslation('groups')
  const api = useApi()
  const report = useReport()
  return {
    remove: async (ids: readonly string[]) => {
      const { transactionId } = await api.deleteGroups({ ids: [...ids] })
      report(t('deleted', { count: ids.length }), transactionId)
    },
    restore: async (ids: readonly string[]) => {
      const { transactionId } = await api.restoreGroups({ ids: [...ids] })
      report(t('restored', { count: ids.length }), transactionId)
    },
  }
}
