import { useCallback, useEffect, useRef } from 'react'
import type { LeftList, ListView } from './list-view.ts'
import { type ListKind, useKeepList } from './use-left-list.ts'

/** Keeps how a list stands whenever that changes. Answers what takes the place of the person in it. */
export function useKeptPlace(
  kind: ListKind,
  left: LeftList,
  view: ListView,
  ids: ReadonlySet<string>,
): (firstRow: number, activeRow: number | null) => void {
  const keep = useKeepList(kind)
  const latest = useRef(left)
  const kept = useRef({ view, ids })
  useEffect(() => {
    if (kept.current.view === view && kept.current.ids === ids) return
    kept.current = { view, ids }
    latest.current = { ...latest.current, view, selected: [...ids] }
    keep(latest.current)
  }, [keep, view, ids])
  return useCallback(
    (firstRow, activeRow) => {
      const before = latest.current
      if (before.firstRow === firstRow && before.activeRow === activeRow) return
      latest.current = { ...before, firstRow, activeRow }
      keep(latest.current)
    },
    [keep],
  )
}
