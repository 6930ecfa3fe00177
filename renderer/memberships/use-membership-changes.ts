import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useReport } from '../api/use-report.ts'

type Named = { readonly id: string; readonly displayName: string }

/** Puts one member into groups and takes it out of them, at once and with a way back. */
export function useMembershipChanges(member: Named) {
  const { t } = useTranslation('groups')
  const api = useApi()
  const report = useReport()
  const joining = useMutation({
    mutationFn: (group: Named) => api.addToGroups({ memberIds: [member.id], groupIds: [group.id] }),
    onSuccess: ({ transactionId }, { displayName }) =>
      report(t('addedTo', { name: member.displayName, group: displayName }), transactionId),
  })
  const leaving = useMutation({
    mutationFn: (group: Named) =>
      api.removeFromGroups({ memberIds: [member.id], groupIds: [group.id] }),
    onSuccess: ({ transactionId }, { displayName }) =>
      report(t('removedFrom', { name: member.displayName, group: displayName }), transactionId),
  })
  return { joining, leaving }
}
