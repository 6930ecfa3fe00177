import { useQuery } from '@tanstack/react-query'
import type { UserRow } from '../../shared/contract/user-requests.ts'
import { useApi } from '../api/api-context.tsx'
import { usersQuery } from '../api/queries.ts'

/** The living users who report to managers that have gone. */
export type LeftReports = {
  readonly managerIds: readonly string[]
  readonly count: number
  /** The first hundred by name. */
  readonly people: readonly UserRow[]
}

/** A filter takes no more values than this. */
const mostManagers = 1000

/** Who reports to these managers; null when nobody does, or while it is not known. */
export function useLeftReports(ids: readonly string[]): LeftReports | null {
  const managerIds = ids.slice(0, mostManagers)
  const { data } = useQuery(
    usersQuery(useApi(), {
      filters: [{ property: 'managerId', operator: 'is', value: managerIds }],
      sort: [{ property: 'displayName', direction: 'asc' }],
      offset: 0,
      limit: 100,
    }),
  )
  return data && data.matching > 0 ? { managerIds, count: data.matching, people: data.rows } : null
}
