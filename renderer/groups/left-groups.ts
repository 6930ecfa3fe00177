import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { GroupFilters, GroupSort, ListedOfGroup } from '../../shared/contract/group-query.ts'
import type { ColumnWidths } from '../ui/grid/grid-column.ts'

export type GroupListKind = 'groups' | 'deleted'

/** What a list of groups shows, and how. */
export type GroupListView = {
  readonly search: string
  readonly filters: GroupFilters
  readonly sort: readonly GroupSort[]
  readonly widths: ColumnWidths<ListedOfGroup>
}

/** How a person left a list: what it showed, and where they were in it. */
export type LeftGroups = {
  readonly view: GroupListView
  readonly selected: readonly string[]
  readonly firstRow: number
  readonly activeRow: number | null
}

const untouched: LeftGroups = {
  view: { search: '', filters: {}, sort: [], widths: {} },
  selected: [],
  firstRow: 0,
  activeRow: null,
}

/** Kept in the query cache, so that it is forgotten with everything else when the person signs out. */
const leftGroupsQuery = (kind: GroupListKind) =>
  queryOptions({
    queryKey: ['left-groups', kind],
    queryFn: () => untouched,
    initialData: untouched,
    gcTime: Number.POSITIVE_INFINITY,
    meta: { lasting: true },
  })

/** How the person left the list, and what keeps how it stands from now on. */
export function useLeftGroups(kind: GroupListKind) {
  const queries = useQueryClient()
  const { data } = useQuery({ ...leftGroupsQuery(kind), notifyOnChangeProps: [] })
  const [left] = useState(data)
  const keep = useCallback(
    (part: Partial<LeftGroups>): void => {
      queries.setQueryData(leftGroupsQuery(kind).queryKey, (before = untouched) => ({
        ...before,
        ...part,
      }))
    },
    [queries, kind],
  )
  return { left, keep }
}

/** Whether the list leaves any group out. */
export const narrows = ({ search, filters }: GroupListView) =>
  search.trim() !== '' || isFiltered(filters)

export const isFiltered = ({ kind, membership }: GroupFilters) =>
  kind !== undefined || membership !== undefined
