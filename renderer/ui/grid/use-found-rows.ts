import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Counts, FoundRows } from './found-rows.ts'
import { windowOf, windowSize, windowsFor } from './windows.ts'

/** Which rows are wanted, and what of each. */
export type WantedRows<Query, Part> = { readonly query: Query; readonly part: Part }

/**
 * Reads a list in windows around what is on the screen; the whole list never comes over. `wanted` and
 * `windowQuery` must stay the same until something about them changes.
 */
export function useFoundRows<
  Query,
  Part,
  Row,
  Answer extends Counts & { readonly rows: Row[] },
  Key extends QueryKey,
>(
  wanted: WantedRows<Query, Part>,
  firstRow: number,
  windowQuery: (
    wanted: WantedRows<Query, Part>,
    window: Window,
  ) => UseQueryOptions<Answer, Error, Answer, Key>,
): FoundRows<Row, Answer, Query> {
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
    () =>
      asked.map(({ of, window }) =>
        windowQuery(of, { offset: window * windowSize, limit: windowSize }),
      ),
    [windowQuery, asked],
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

type Window = { readonly offset: number; readonly limit: number }

const firstWindow: readonly number[] = [0]
