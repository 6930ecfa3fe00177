import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../../shared/contract/group.ts'
import { useApi } from '../../api/api-context.tsx'
import { useReport } from '../../api/use-report.ts'

type Named = { readonly id: string; readonly displayName: string }

/** Puts members and owners into a group and takes them out, at once and with a way back. */
export function useMemberChanges({ id }: GroupDetails) {
  const { t } = useTranslation('groups')
  const api = useApi()
  const report = useReport()
  const adding = useMutation({
    mutationFn: (memberIds: readonly string[]) => api.addMembers({ id, memberIds: [...memberIds] }),
    onSuccess: ({ transactionId, changed }) =>
      report(t('membersAdded', { count: changed }), transactionId),
  })
  const removing = useMutation({
    mutationFn: (memberIds: readonly string[]) =>
      api.removeMembers({ id, memberIds: [...memberIds] }),
    onSuccess: ({ transactionId, changed }) =>
      report(t('membersRemoved', { count: changed }), transactionId),
  })
  const owning = useMutation({
    mutationFn: (owner: Named) => api.addOwners({ id, ownerIds: [owner.id] }),
    onSuccess: ({ transactionId }, { displayName }) =>
      report(t('ownerAdded', { name: displayName }), transactionId),
  })
  const disowning = useMutation({
    mutationFn: (owner: Named) => api.removeOwners({ id, ownerIds: [owner.id] }),
    onSuccess: ({ transactionId }, { displayName }) =>
      report(t('ownerRemoved', { name: displayName }), transactionId),
  })
  return { adding, removing, owning, disowning }
}
