import { useEffect, useMemo, useRef, useState } from 'react'
import type { Counts, FoundRows } from './found-rows.ts'

type Ids = ReadonlySet<string>

export type Select = {
  clear(): void
  /** Selects this row alone. */
  only(index: number): void
  /** Adds the row, or takes it out. */
  toggle(index: number): void
  /** Selects all rows from the one last chosen to this one; `from` stands in when none was. */
  extend(index: number, from: number): void
  /** The next range begins where it is begun, not at the row last chosen. */
  endRange(): void
  /** Selects all that match. */
  all(): void
  /** Selects these, on the screen or not. */
  these(ids: readonly string[]): void
}

/** Stays the same until others are selected. */
export type Selection = {
  readonly ids: Ids
  /** Stays the same for as long as the list is shown. */
  readonly select: Select
}

/**
 * Which rows are selected. Rows that were never on the screen can be among them: `idsOf`, which must stay
 * the same, reads the ids of all that a query matches.
 */
export function useSelection<Row extends { readonly id: string }, Query>(
  initial: readonly string[],
  found: FoundRows<Row, Counts, Query>,
  idsOf: (query: Query) => Promise<readonly string[]>,
  onError: (error: unknown) => void,
): Selection {
  const [ids, setIds] = useState<Ids>(() => new Set(initial))
  const latest = useRef(found)
  useEffect(() => {
    latest.current = found
  })

  const select = useMemo((): Select => {
    let anchor: number | null = null
    let choices = 0

    const choose = (next: (before: Ids) => Iterable<string>) => {
      choices += 1
      setIds((before) => new Set(next(before)))
    }

    /** Chooses from the ids of all that match, unless something else is chosen before they are here. */
    const chooseFromAll = async (pick: (all: readonly string[]) => readonly string[]) => {
      const mine = ++choices
      try {
        const all = await idsOf(latest.current.query)
        if (mine === choices) setIds(new Set(pick(all)))
      } catch (error) {
        onError(error)
      }
    }

    const idAt = (index: number) => latest.current.rowAt(index)?.id

    return {
      clear: () => {
        anchor = null
        choices += 1
        setIds((before) => (before.size === 0 ? before : new Set()))
      },
      only: (index) => {
        const id = idAt(index)
        if (id === undefined) return
        anchor = index
        choose(() => [id])
      },
      toggle: (index) => {
        const id = idAt(index)
        if (id === undefined) return
        anchor = index
        choose((before) =>
          before.has(id) ? [...before].filter((other) => other !== id) : [...before, id],
        )
      },
      extend: (index, from) => {
        anchor ??= from
        const first = Math.min(anchor, index)
        const last = Math.max(anchor, index)
        const range = Array.from({ length: last - first + 1 }, (_, at) => idAt(first + at))
        const loaded = range.filter((id) => id !== undefined)
        if (loaded.length === range.length) choose(() => loaded)
        else void chooseFromAll((all) => all.slice(first, last + 1))
      },
      endRange: () => {
        anchor = null
      },
      all: () => {
        anchor = null
        void chooseFromAll((all) => all)
      },
      these: (ids) => {
        anchor = null
        choose(() => ids)
      },
    }
  }, [idsOf, onError])

  return useMemo(() => ({ ids, select }), [ids, select])
}
