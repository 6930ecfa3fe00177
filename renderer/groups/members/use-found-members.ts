import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Asked, Output } from '../../../shared/contract/contract.ts'
import type { MemberRow } from '../../../shared/contract/group.ts'
import type { Sort } from '../../../shared/contract/query.ts'
import { useApi } from '../../api/api-context.tsx'
import { membersQuery } from '../../api/queries.ts'
import type { FoundRows } from '../../ui/grid/found-rows.ts'
import type { GridView } from '../../ui/grid/grid-column.ts'
import { useFoundRows, type WantedRows } from '../../ui/grid/use-found-rows.ts'
import { type MemberColumn, sortableColumns } from './member-columns.tsx'

/** What a list of members shows: the members themselves, or everybody who is in through them too. */
export type MemberView = GridView<MemberColumn> & { readonly search: string; readonly all: boolean }

type Query = {
  readonly id: string
  readonly all: boolean
  readonly search: string
  readonly sort: readonly Sort[]
}

export type FoundMembers = FoundRows<MemberRow, Output<'listMembers'>, Query>

/** The members that a list shows. */
export function useFoundMembers(id: string, { all, search, sort }: MemberView): FoundMembers {
  const api = useApi()
  const wanted = useMemo(
    () => ({ query: { id, all, search, sort: sort.flatMap(asSort) }, part: null }),
    [id, all, search, sort],
  )
  return useFoundRows(
    wanted,
    0,
    useCallback(
      (of: WantedRows<Query, null>, window) =>
        membersQuery(api, { ...askedOf(of.query), ...window }),
      [api],
    ),
  )
}

/** Reads the ids of all that match, for selecting more than was on the screen. */
export function useIdsOfMembers() {
  const api = useApi()
  const queries = useQueryClient()
  return useCallback(
    async (query: Query) => {
      const asked = { ...askedOf(query), offset: 0, limit: 0, idsOnly: true }
      return (await queries.fetchQuery(membersQuery(api, asked))).ids ?? []
    },
    [api, queries],
  )
}

const askedOf = ({ sort, ...query }: Query) =>
  ({ ...query, sort: [...sort] }) satisfies Partial<Asked<'listMembers'>>

/** Nothing is sorted by the groups that somebody is in through. */
const asSort = ({ property, direction }: MemberView['sort'][number]): Sort[] => {
  const name = sortableColumns.find((each) => each === property)
  return name ? [{ property: name, direction }] : []
}
