import { queryOptions } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { HistoryEntry } from '../../shared/contract/history.ts'
import { useApi } from '../api/api-context.tsx'
import { historyKey } from '../api/history-key.ts'
import type { About } from '../entries/about.ts'
import type { Counts, FoundRows } from '../ui/grid/found-rows.ts'
import { useFoundRows, type WantedRows } from '../ui/grid/use-found-rows.ts'
import { askedOf, type HistoryFilters } from './history-filters.ts'

type Query = { readonly filters: HistoryFilters; readonly about: About | null }

export type FoundEntries = FoundRows<
  HistoryEntry,
  Counts & { readonly rows: HistoryEntry[] },
  Query
>

/** The entries that match, in windows around what is on the screen. */
export function useFoundEntries(filters: HistoryFilters, about: About | null): FoundEntries {
  const api = useApi()
  const wanted = useMemo(
    (): WantedRows<Query, null> => ({ query: { filters, about }, part: null }),
    [filters, about],
  )
  return useFoundRows(
    wanted,
    0,
    useCallback(
      ({ query }: WantedRows<Query, null>, window) => {
        const asked = { ...askedOf(query.filters, query.about), ...window }
        return queryOptions({
          queryKey: [...historyKey, 'window', asked],
          queryFn: async () => {
            const { total, entries } = await api.listHistory(asked)
            return { total, matching: total, rows: entries }
          },
        })
      },
      [api],
    ),
  )
}
