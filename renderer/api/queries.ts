import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Asked, Client } from '../../shared/contract/contract.ts'
import type { HealthQueue } from '../../shared/contract/health-requests.ts'
import { useApi } from './api-context.tsx'
import { historyKey } from './history-key.ts'

// Answers marked `lasting` do not follow from the directory's records; a transaction leaves them be.

export const historyQuery = (api: Client, input: Asked<'listHistory'>) =>
  queryOptions({ queryKey: [...historyKey, input], queryFn: () => api.listHistory(input) })

export const transactionQuery = (api: Client, input: Asked<'getTransaction'>) =>
  queryOptions({
    queryKey: [...historyKey, 'transaction', input],
    queryFn: () => api.getTransaction(input),
  })

export const historyActorsQuery = (api: Client) =>
  queryOptions({
    queryKey: [...historyKey, 'actors'],
    queryFn: () => api.listHistoryActors({}),
  })

export const userAsOfQuery = (api: Client, input: Asked<'getUserAsOf'>) =>
  queryOptions({
    queryKey: [...historyKey, 'as of', input],
    queryFn: () => api.getUserAsOf(input),
  })

export const mergePreviewQuery = (api: Client, keptId: string, otherId: string) =>
  queryOptions({
    queryKey: ['merge', keptId, otherId],
    queryFn: () => api.previewMerge({ keptId, otherId }),
  })

export const undoQuery = (api: Client) =>
  queryOptions({ queryKey: [...historyKey, 'undo'], queryFn: () => api.getUndo({}) })

export const statusQuery = (api: Client) =>
  queryOptions({ queryKey: ['status'], queryFn: () => api.directoryStatus({}) })

export const whoAmIQuery = (api: Client) =>
  queryOptions({ queryKey: ['whoAmI'], queryFn: () => api.whoAmI({}) })

export const directoryQuery = (api: Client) =>
  queryOptions({ queryKey: ['directory'], queryFn: () => api.getDirectory({}) })

export const backupsQuery = (api: Client) =>
  queryOptions({ queryKey: ['backups'], queryFn: () => api.listBackups({}) })

export const keyStatusQuery = (api: Client) =>
  queryOptions({ queryKey: ['keys'], queryFn: () => api.keyStatus({}) })

export const laterChangesQuery = (api: Client) =>
  queryOptions({ queryKey: ['laterChanges'], queryFn: () => api.previewLaterChanges({}) })

export const preferencesQuery = (api: Client) =>
  queryOptions({
    queryKey: ['preferences'],
    queryFn: () => api.getPreferences({}),
    meta: { lasting: true },
  })

export const policiesQuery = (api: Client) =>
  queryOptions({
    queryKey: ['policies'],
    queryFn: () => api.getPolicies({}),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { lasting: true },
  })

export const programQuery = (api: Client) =>
  queryOptions({
    queryKey: ['program'],
    queryFn: () => api.getProgram({}),
    meta: { lasting: true },
  })

export const userQueryOf = (api: Client, id: string) =>
  queryOptions({ queryKey: ['user', id], queryFn: () => api.getUser({ id }) })

export const rolesQuery = (api: Client) =>
  queryOptions({ queryKey: ['roles'], queryFn: () => api.listRoles({}) })

export const usersQuery = (api: Client, input: Asked<'listUsers'>) =>
  queryOptions({ queryKey: ['users', input], queryFn: () => api.listUsers(input) })

export const groupsQuery = (api: Client, input: Asked<'listGroups'>) =>
  queryOptions({ queryKey: ['groups', input], queryFn: () => api.listGroups(input) })

export const groupQueryOf = (api: Client, id: string) =>
  queryOptions({ queryKey: ['group', id], queryFn: () => api.getGroup({ id }) })

export const membersQuery = (api: Client, input: Asked<'listMembers'>) =>
  queryOptions({ queryKey: ['members', input], queryFn: () => api.listMembers(input) })

export const memberOfQuery = (api: Client, id: string) =>
  queryOptions({ queryKey: ['memberOf', id], queryFn: () => api.listMemberOf({ id }) })

export const rulePreviewQuery = (api: Client, rule: string) =>
  queryOptions({
    queryKey: ['rule', rule],
    queryFn: () => api.previewRule({ rule, limit: 60 }),
    gcTime: 0,
  })

export const chartQuery = (api: Client, topId: string | undefined) =>
  queryOptions({
    queryKey: ['chart', topId],
    queryFn: () => api.getOrganizationChart(topId === undefined ? {} : { topId }),
  })

export const healthQuery = (api: Client) =>
  queryOptions({ queryKey: ['health'], queryFn: () => api.getHealth({}) })

export const healthQueueQuery = (api: Client, queue: HealthQueue, limit: number) =>
  queryOptions({
    queryKey: ['health', queue, limit],
    queryFn: () => api.listHealthQueue({ queue, offset: 0, limit }),
    placeholderData: (before) => before,
  })

export const previewQuery = (api: Client, input: Asked<'listPreview'>) =>
  queryOptions({
    queryKey: ['preview', input],
    queryFn: () => api.listPreview(input),
    gcTime: 0,
  })

export const viewsQuery = (api: Client) =>
  queryOptions({
    queryKey: ['views'],
    queryFn: async () => (await api.listViews({})).views,
    meta: { lasting: true },
  })

export const valuesQuery = (api: Client, input: Asked<'listValues'>) =>
  queryOptions({ queryKey: ['values', input], queryFn: () => api.listValues(input) })

export const useViews = () => useQuery(viewsQuery(useApi()))
export const useStatus = () => useQuery(statusQuery(useApi()))
export const useWhoAmI = () => useQuery(whoAmIQuery(useApi()))
export const useDirectory = () => useQuery(directoryQuery(useApi()))
export const useRoles = () => useQuery(rolesQuery(useApi()))
export const useBackups = () => useQuery(backupsQuery(useApi()))
export const useKeyStatus = () => useQuery(keyStatusQuery(useApi()))
export const useLaterChanges = () => useQuery(laterChangesQuery(useApi()))
export const usePreferences = () => useQuery(preferencesQuery(useApi()))
export const usePolicies = () => useQuery(policiesQuery(useApi()))
export const useUser = (id: string) => useQuery(userQueryOf(useApi(), id))
export const useGroup = (id: string) => useQuery(groupQueryOf(useApi(), id))
export const useMemberOf = (id: string) => useQuery(memberOfQuery(useApi(), id))
export const useChart = (topId: string | undefined) => useQuery(chartQuery(useApi(), topId))
export const useHealth = () => useQuery(healthQuery(useApi()))
export const useHealthQueue = (queue: HealthQueue, limit: number) =>
  useQuery(healthQueueQuery(useApi(), queue, limit))
