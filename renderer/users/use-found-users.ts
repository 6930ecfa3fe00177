import { useCallback, useMemo } from 'react'
import type { Asked, Output } from '../../shared/contract/contract.ts'
import type { Listed } from '../../shared/contract/query.ts'
import type { UserRow } from '../../shared/contract/user-requests.ts'
import { useApi } from '../api/api-context.tsx'
import { usersQuery } from '../api/queries.ts'
import type { FoundRows } from '../ui/grid/found-rows.ts'
import { useFoundRows, type WantedRows } from '../ui/grid/use-found-rows.ts'
import type { ListView } from './list-view.ts'

type Query = Pick<ListView, 'search' | 'filters' | 'sort'> & { readonly deleted: boolean }

export type FoundUsers = FoundRows<UserRow, Output<'listUsers'>, Query>

/** The users that a list shows. */
export function useFoundUsers(view: ListView, deleted: boolean, firstRow: number): FoundUsers {
  const { search, filters, sort, columns } = view
  const api = useApi()
  const query = useMemo(
    () => ({ search, filters, sort, deleted }),
    [search, filters, sort, deleted],
  )
  const wanted = useMemo(() => ({ query, part: columns }), [query, columns])
  return useFoundRows(
    wanted,
    firstRow,
    useCallback(
      (of: WantedRows<Query, readonly Listed[]>, window) =>
        usersQuery(api, { ...askedOf(of.query), properties: [...of.part], ...window }),
      [api],
    ),
  )
}

/** A query as the contract takes it. */
export const askedOf = ({ search, filters, sort, deleted }: Query) =>
  ({ search, filters: [...filters], sort: [...sort], deleted }) satisfies Partial<
    Asked<'listUsers'>
  >
