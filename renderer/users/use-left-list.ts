import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { Client } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { leftListKey } from '../api/choose-users.ts'
import { type LeftList, leftListFrom, leftListOf, stateOf, usualDeletedView } from './list-view.ts'

export type ListKind = 'users' | 'deleted'

/** Kept in the query cache, so that it is forgotten with everything else when the person signs out. */
const leftListQuery = (api: Client, kind: ListKind) =>
  queryOptions({
    queryKey: [leftListKey, kind],
    queryFn: async (): Promise<LeftList> =>
      kind === 'users'
        ? leftListFrom((await api.getListState({})).state)
        : leftListOf(usualDeletedView),
    gcTime: Number.POSITIVE_INFINITY,
    meta: { lasting: true },
  })

/** How the person left the list, once it is known. Does not follow what is kept from then on. */
export function useLeftList(kind: ListKind) {
  return useQuery({
    ...leftListQuery(useApi(), kind),
    notifyOnChangeProps: ['status'],
  })
}

/** Keeps how the list stands: at once for coming back to it, and soon after on disk. */
export function useKeepList(kind: ListKind): (left: LeftList) => void {
  const api = useApi()
  const queries = useQueryClient()
  const waiting = useRef<{ readonly timer: number; readonly write: () => void } | null>(null)

  const flush = useCallback(() => {
    if (!waiting.current) return
    const { timer, write } = waiting.current
    waiting.current = null
    window.clearTimeout(timer)
    write()
  }, [])

  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  return useCallback(
    (left) => {
      queries.setQueryData(leftListQuery(api, kind).queryKey, left)
      if (kind !== 'users') return
      if (waiting.current) window.clearTimeout(waiting.current.timer)
      const write = () => {
        // Where the person was in a list is not worth a message when it cannot be kept.
        api.setListState({ state: stateOf(left) }).catch(() => {})
      }
      waiting.current = { timer: window.setTimeout(flush, 400), write }
    },
    [api, queries, kind, flush],
  )
}
