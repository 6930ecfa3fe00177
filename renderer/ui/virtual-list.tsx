import Box from '@mui/material/Box'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { rowMove } from './grid/row-move.ts'

const overscan = 8

/**
 * A list of which only what is on the screen is there, each item as high as it is. In each, the element
 * with `data-entry` takes the focus; the arrow keys lead from one to the next, and only one is in the order
 * of the Tab key.
 */
export function VirtualList({
  label,
  count,
  estimate,
  subject,
  onShow,
  children,
}: {
  readonly label: string
  readonly count: number
  /** The usual height of an item, in pixels. */
  readonly estimate: number
  /** What is listed: with another one the list begins at its top. It must stay the same until then. */
  readonly subject: unknown
  readonly onShow: (first: number, last: number, active: number) => void
  readonly children: (index: number, tabIndex: 0 | -1) => ReactNode
}) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    <Box ref={setScroller} sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 2, pb: 3 }}>
      {scroller ? (
        <Items
          label={label}
          count={count}
          estimate={estimate}
          subject={subject}
          onShow={onShow}
          scroller={scroller}
        >
          {children}
        </Items>
      ) : null}
    </Box>
  )
}

function Items({
  label,
  count,
  estimate,
  subject,
  onShow,
  scroller,
  children,
}: Parameters<typeof VirtualList>[0] & { readonly scroller: HTMLElement }) {
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const wanted = useRef<number | null>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => estimate,
    overscan,
    // The item with the focus stays even when it is scrolled away, or the focus would be lost with it.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), active])]
          .filter((index) => index < range.count)
          .sort((one, other) => one - other),
      [active],
    ),
  })
  const items = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onShow(first - overscan, last + overscan, active), [onShow, first, last, active])

  const shown = useRef(subject)
  useLayoutEffect(() => {
    if (shown.current === subject) return
    shown.current = subject
    scroller.scrollTop = 0
    setActive(0)
    virtualizer.measure()
  }, [subject, scroller, virtualizer])

  useEffect(() => {
    if (wanted.current === null) return
    const target = entryIn(list.current, wanted.current)
    if (!target) return
    wanted.current = null
    target.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !isEntry(event.target)) return
    const page = Math.floor(scroller.clientHeight / estimate)
    const to = rowMove(event.key, active, count, page)
    if (to === null) return
    event.preventDefault()
    wanted.current = to
    setActive(to)
    virtualizer.scrollToIndex(to)
  }

  return (
    <ul
      ref={list}
      aria-label={label}
      onKeyDown={press}
      onFocus={({ target }) => {
        const index = indexOf(target)
        if (index !== null && isEntry(target)) setActive(index)
      }}
      style={{ ...plainList, height: virtualizer.getTotalSize() }}
    >
      {items.map(({ index, start }) => (
        <li
          key={index}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{
            position: 'absolute',
            insetInline: 0,
            top: 0,
            transform: `translateY(${start}px)`,
          }}
        >
          {children(index, index === active ? 0 : -1)}
        </li>
      ))}
    </ul>
  )
}

const plainList = { position: 'relative', listStyle: 'none', margin: 0, padding: 0 } as const

const isEntry = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.dataset.entry !== undefined

function indexOf(target: EventTarget): number | null {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return item ? Number(item.dataset.index) : null
}

const entryIn = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`[data-index="${index}"] [data-entry]`)
