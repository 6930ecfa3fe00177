import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Asked, Output } from '../../shared/contract/contract.ts'
import type { Listed } from '../../shared/contract/query.ts'
import type { UserRow } from '../../shared/contract/user-requests.ts'
import { useApi } from '../api/api-context.tsx'
import { usersQuery } from '../api/queries.ts'
import type { ListView } from './list-view.ts'
import { windowOf, windowSize, windowsFor } from './windows.ts'

type Query = Pick<ListView, 'search' | 'filters' | 'sort'> & { readonly deleted: boolean }

type Wanted = { readonly query: Query; readonly columns: readonly Listed[] }

/** What the list shows: the newest answer that is there, also while the next is on its way. */
export type FoundUsers = {
  /** Changes with what is searched for and in which order; rows of one query belong together. */
  readonly query: Query
  readonly answer: Answer | null
  readonly error: unknown
  rowAt(index: number): UserRow | undefined
  /** Fetches what these rows need, and the row with the focus, wherever that is. */
  show(first: number, last: number, active: number): void
  retry(): void
}

type Answer = Pick<Output<'listUsers'>, 'total' | 'matching' | 'approximate'>

/** Reads the list in windows around what is on the screen; the whole list never comes over. */
export function useFoundUsers(view: ListView, deleted: boolean, firstRow: number): FoundUsers {
  const { search, filters, sort, columns } = view
  const api = useApi()
  const query = useMemo(
    () => ({ search, filters, sort, deleted }),
    [search, filters, sort, deleted],
  )
  const wanted = useMemo((): Wanted => ({ query, columns }), [query, columns])
  const [shown, setShown] = useState(wanted)
  const [windows, setWindows] = useState<readonly number[]>([windowOf(firstRow)])

  const wantedWindows = wanted.query === shown.query ? windows : firstWindow
  const asked = useMemo(
    () => [
      ...wantedWindows.map((window) => ({ of: wanted, window })),
      ...(wanted === shown ? [] : windows.map((window) => ({ of: shown, window }))),
    ],
    [wanted, wantedWindows, shown, windows],
  )
  const queries = useMemo(
    () => asked.map(({ of, window }) => usersQuery(api, inputFor(of, window))),
    [api, asked],
  )
  const results = useQueries({ queries })

  const ready = results.slice(0, wantedWindows.length).every(({ data }) => data !== undefined)
  if (ready && wanted !== shown) {
    setShown(wanted)
    if (wanted.query !== shown.query) setWindows(firstWindow)
  }

  const current = ready ? wanted : shown
  const answers = new Map(
    asked.flatMap(({ of, window }, index) => {
      const data = of === current ? results[index]?.data : undefined
      return data ? [[window, data] as const] : []
    }),
  )
  // While windows further down are on their way, those that were here still tell how many there are.
  const newest = answers.values().next().value
  const [answer, setAnswer] = useState<Answer | null>(newest ?? null)
  if (newest && newest !== answer) setAnswer(newest)

  const failed = results.slice(0, wantedWindows.length).find(({ error }) => error)

  const show = useCallback((first: number, last: number, active: number) => {
    const next = windowsFor(first, last, active)
    setWindows((before) => (String(before) === String(next) ? before : next))
  }, [])

  return {
    query: current.query,
    answer: newest ?? answer,
    error: failed?.error ?? null,
    rowAt: (index) => answers.get(windowOf(index))?.rows[index % windowSize],
    show,
    retry: () => void failed?.refetch(),
  }
}

const firstWindow: readonly number[] = [0]

function inputFor({ query, columns }: Wanted, window: number): Asked<'listUsers'> {
  const { search, filters, sort, deleted } = query
  return {
    search,
    filters: [...filters],
    sort: [...sort],
    deleted,
    properties: [...columns],
    offset: window * windowSize,
    limit: windowSize,
  }
}
