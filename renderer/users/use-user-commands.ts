import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Listed } from '../../shared/contract/query.ts'
import { useApi } from '../api/api-context.tsx'
import { useReport } from '../api/use-report.ts'
import { useToast } from '../ui/toast.tsx'

/** Deleting and restoring users at once, each with a way back for as long as its toast stays; and for good. */
export function useUserCommands() {
  const { t } = useTranslation('users')
  const api = useApi()
  const toast = useToast()
  const report = useReport()

  return useMemo(() => {
    return {
      report,
      /** As rows under the headings of these columns, for a spreadsheet. */
      copy: async (ids: readonly string[], columns: readonly Listed[]) => {
        const { bytes } = await api.exportUsers({
          format: 'tsv',
          mark: false,
          ids: [...ids],
          properties: [...columns],
        })
        await navigator.clipboard.writeText(new TextDecoder().decode(bytes))
        toast({ message: t('copied', { count: ids.length }) })
      },
      remove: async (ids: readonly string[]) => {
        const { transactionId } = await api.deleteUsers({ ids: [...ids] })
        report(t('deleted', { count: ids.length }), transactionId)
      },
      restore: async (ids: readonly string[]) => {
        const { transactionId } = await api.restoreUsers({ ids: [...ids] })
        report(t('restored', { count: ids.length }), transactionId)
      },
      purge: async (ids: readonly string[]) => {
        await api.purgeUsers({ ids: [...ids] })
        report(t('purged', { count: ids.length }), null)
      },
    }
  }, [t, api, toast, report])
}
