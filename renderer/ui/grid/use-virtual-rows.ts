import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { FoundRows } from './found-rows.ts'

const overscan = 6

/**
 * The rows on the screen and a few around them, one below the other from `top` on, and `apart` from them the
 * index of the active one while it is scrolled away. A new search or order begins at the top.
 */
export function useVirtualRows({
  scroller,
  found: { query, show },
  count,
  rowHeight,
  firstRow,
  active,
  onNewQuery,
}: {
  readonly scroller: HTMLElement
  readonly found: Pick<FoundRows<unknown>, 'query' | 'show'>
  readonly count: number
  readonly rowHeight: number
  readonly firstRow: number
  readonly active: number
  readonly onNewQuery: () => void
}) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    initialOffset: firstRow * rowHeight,
    overscan,
    // The row with the focus stays even when it is scrolled away, or the focus would be lost with it.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), active])]
          .filter((index) => index < range.count)
          .sort((one, other) => one - other),
      [active],
    ),
  })
  const items = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? firstRow
  const last = virtualizer.range?.endIndex ?? firstRow
  const inBlock = (index: number) => index >= first - overscan && index <= last + overscan

  useLayoutEffect(() => {
    void rowHeight
    virtualizer.measure()
  }, [rowHeight, virtualizer])

  useEffect(() => show(first - overscan, last + overscan, active), [show, first, last, active])

  const shownQuery = useRef(query)
  useLayoutEffect(() => {
    if (shownQuery.current === query) return
    shownQuery.current = query
    // Asking the scroller itself would make the browser lay out the new rows at once.
    if (virtualizer.scrollOffset) scroller.scrollTop = 0
    onNewQuery()
  }, [query, scroller, virtualizer, onNewQuery])

  return {
    items,
    apart: inBlock(active) ? null : active,
    top: items.find(({ index }) => inBlock(index))?.start ?? 0,
    first,
    height: virtualizer.getTotalSize(),
  }
}
