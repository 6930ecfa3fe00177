// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table element cannot be placed one by one
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { UserRow } from '../../../shared/contract/contract.ts'
import type { Listed } from '../../../shared/contract/query.ts'
import { goTo as goToPlace } from '../../navigation/location.ts'
import { places } from '../../navigation/places.ts'
import type { FoundUsers } from '../use-found-users.ts'
import type { Selection } from '../use-selection.ts'
import type { ValueWords } from '../value-words.ts'
import { GridRow } from './grid-row.tsx'
import { headerHeight } from './grid-styles.ts'
import { rowMove } from './row-move.ts'

const overscan = 6

export type GridBodyHandle = { focus(): void }

export type GridBodyProps = {
  readonly found: FoundUsers
  readonly columns: readonly Listed[]
  readonly words: ValueWords
  readonly rowHeight: number
  readonly selection: Selection
  readonly firstRow: number
  readonly activeRow: number | null
  /** `activeRow` is null while none of the rows has the focus. */
  readonly onPlace: (firstRow: number, activeRow: number | null) => void
  readonly onRemove?: ((ids: readonly string[]) => void) | undefined
  /** A letter was typed: the search box takes it. */
  readonly onType: () => void
}

/** The rows on the screen, and what keys and clicks on them do. */
export function GridBody({
  scroller,
  ref,
  found,
  columns,
  words,
  rowHeight,
  selection: { ids, select },
  firstRow,
  activeRow,
  onPlace,
  onRemove,
  onType,
}: GridBodyProps & { readonly scroller: HTMLElement; readonly ref: Ref<GridBodyHandle> }) {
  const count = found.answer?.matching ?? 0
  const body = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(activeRow ?? firstRow)
  const focused = useRef(false)
  const wantsFocus = useRef(activeRow !== null)
  const current = Math.min(active, Math.max(count - 1, 0))

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    initialOffset: firstRow * rowHeight,
    overscan,
    // The row with the focus stays even when it is scrolled away, or the focus would be lost with it.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), current])]
          .filter((index) => index < range.count)
          .sort((one, other) => one - other),
      [current],
    ),
  })
  const items = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? firstRow
  const last = virtualizer.range?.endIndex ?? firstRow

  useLayoutEffect(() => {
    void rowHeight
    virtualizer.measure()
  }, [rowHeight, virtualizer])

  const { query, show } = found
  useEffect(() => show(first - overscan, last + overscan, current), [show, first, last, current])
  useEffect(() => onPlace(first, focused.current ? current : null), [onPlace, first, current])

  const shownQuery = useRef(query)
  useLayoutEffect(() => {
    if (shownQuery.current === query) return
    shownQuery.current = query
    // Asking the scroller itself would make the browser lay out the new rows at once.
    if (virtualizer.scrollOffset) scroller.scrollTop = 0
    setActive(0)
  }, [query, scroller, virtualizer])

  const rowElement = useCallback(
    (index: number) => body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`),
    [],
  )

  const reveal = useCallback(
    (index: number) => {
      const top = index * rowHeight
      const seen = scroller.clientHeight - headerHeight
      if (top < scroller.scrollTop) scroller.scrollTop = top
      else if (top + rowHeight > scroller.scrollTop + seen)
        scroller.scrollTop = top + rowHeight - seen
    },
    [scroller, rowHeight],
  )

  useLayoutEffect(() => {
    const lost = focused.current && document.activeElement === document.body
    if (!wantsFocus.current && !lost) return
    const row = rowElement(current)
    if (!row) return
    if (wantsFocus.current) reveal(current)
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })

  const goTo = (index: number) => {
    wantsFocus.current = true
    if (index === current) {
      reveal(index)
      rowElement(index)?.focus({ preventScroll: true })
      wantsFocus.current = false
    }
    setActive(index)
  }
  useImperativeHandle(ref, () => ({
    focus: () => {
      // Rows that come later must not take the focus from where it is by then.
      if (count > 0) goTo(current)
    },
  }))

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const mod = event.ctrlKey || event.metaKey
    const page = Math.floor((scroller.clientHeight - headerHeight) / rowHeight)
    const to = event.altKey ? null : rowMove(event.key, current, count, page)
    if (to !== null) {
      if (event.shiftKey) select.extend(to, current)
      else select.endRange()
      goTo(to)
    } else if (event.key === 'Enter' && !mod) {
      const user = found.rowAt(current)
      if (user) goToProfile(user)
    } else if (event.key === ' ') {
      if (event.shiftKey) select.extend(current, current)
      else select.toggle(current)
    } else if (event.key.toLowerCase() === 'a' && mod) select.all()
    else if (event.key === 'Escape' && ids.size > 0) select.clear()
    else if (event.key === 'Delete') {
      const user = found.rowAt(current)
      if (ids.size > 0) onRemove?.([...ids])
      else if (user) onRemove?.([user.id])
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      scroller.scrollLeft += event.key === 'ArrowLeft' ? -80 : 80
    else {
      // The letter itself goes on to the search box, which has the focus by then.
      if (event.key.length === 1 && !mod && !event.altKey) onType()
      return
    }
    event.preventDefault()
  }

  const click = (event: MouseEvent<HTMLElement>) => {
    const { index, onLink, onTick } = clickedOn(event)
    if (index === null) return
    const extra = event.shiftKey || event.ctrlKey || event.metaKey
    if (onLink && !extra) {
      event.preventDefault()
      const user = found.rowAt(index)
      if (user) goToProfile(user)
      return
    }
    if (onLink) event.preventDefault()
    if (!extra && !onTick && window.getSelection()?.type === 'Range') return
    if (event.shiftKey) select.extend(index, current)
    else if (extra || onTick) select.toggle(index)
    else select.only(index)
    goTo(index)
  }

  const open = (event: MouseEvent<HTMLElement>) => {
    const { index, onTick } = clickedOn(event)
    const user = index === null || onTick ? undefined : found.rowAt(index)
    if (user) goToProfile(user)
  }

  return (
    <div
      ref={body}
      role="rowgroup"
      className="body"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={open}
      onMouseDown={(event) => {
        // Shift would select text.
        if (event.shiftKey) event.preventDefault()
      }}
      onFocus={(event) => {
        focused.current = true
        const { index } = clickedOn(event)
        if (index === null) return
        setActive(index)
        onPlace(first, index)
      }}
      onBlur={() => {
        // Not called for a row that goes away with the focus: React is deaf while it removes rows.
        focused.current = false
        onPlace(first, null)
      }}
    >
      {items.map(({ index, start }) => (
        <GridRow
          key={index}
          index={index}
          top={start}
          height={rowHeight}
          user={found.rowAt(index)}
          columns={columns}
          words={words}
          selected={ids.has(found.rowAt(index)?.id ?? '')}
          active={index === current}
        />
      ))}
    </div>
  )
}

const goToProfile = ({ id }: UserRow) => goToPlace(places.profile(id))

function clickedOn({ target }: { readonly target: EventTarget }) {
  const element = target instanceof Element ? target : null
  const index = element?.closest<HTMLElement>('[data-index]')?.dataset.index
  return {
    index: index === undefined ? null : Number(index),
    onLink: Boolean(element?.closest('a')),
    onTick: Boolean(element?.closest('.tick')),
  }
}
