import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Asked, Output } from '../../shared/contract/contract.ts'
import type { GroupRow } from '../../shared/contract/group.ts'
import { useApi } from '../api/api-context.tsx'
import { groupsQuery } from '../api/queries.ts'
import type { FoundRows } from '../ui/grid/found-rows.ts'
import { useFoundRows, type WantedRows } from '../ui/grid/use-found-rows.ts'
import type { GroupListView } from './left-groups.ts'

type Query = Pick<GroupListView, 'search' | 'filters' | 'sort'> & { readonly deleted: boolean }

export type FoundGroups = FoundRows<GroupRow, Output<'listGroups'>, Query>

/** The groups that a list shows. */
export function useFoundGroups(
  { search, filters, sort }: GroupListView,
  deleted: boolean,
  firstRow: number,
): FoundGroups {
  const api = useApi()
  const wanted = useMemo(
    () => ({ query: { search, filters, sort, deleted }, part: null }),
    [search, filters, sort, deleted],
  )
  return useFoundRows(
    wanted,
    firstRow,
    useCallback(
      (of: WantedRows<Query, null>, window) =>
        groupsQuery(api, { ...askedOf(of.query), ...window }),
      [api],
    ),
  )
}

/** Reads the ids of all that match, for selecting more than was on the screen. */
export function useIdsOfGroups() {
  const api = useApi()
  const queries = useQueryClient()
  return useCallback(
    async (query: Query) => {
      const asked = { ...askedOf(query), offset: 0, limit: 0, idsOnly: true }
      return (await queries.fetchQuery(groupsQuery(api, asked))).ids ?? []
    },
    [api, queries],
  )
}

const askedOf = ({ sort, ...query }: Query) =>
  ({ ...query, sort: [...sort] }) satisfies Partial<Asked<'listGroups'>>
