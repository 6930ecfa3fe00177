// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table element cannot be placed one by one
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { useOfferedCommand } from '../offered-commands.ts'
import type { FoundRows } from './found-rows.ts'
import type { GridColumn } from './grid-column.ts'
import { GridRow } from './grid-row.tsx'
import { headerHeight } from './grid-styles.ts'
import { rowMove } from './row-move.ts'
import { useActiveRow } from './use-active-row.ts'
import type { Selection } from './use-selection.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

export type GridBodyHandle = { focus(): void }

/** What every row of a grid has. */
export type Identified = { readonly id: string }

export type GridBodyProps<Row> = {
  readonly found: FoundRows<Row>
  readonly rowHeight: number
  readonly selection: Selection
  readonly firstRow: number
  readonly activeRow: number | null
  /** `activeRow` is null while none of the rows has the focus. */
  readonly onPlace: (firstRow: number, activeRow: number | null) => void
  /** Enter, a double click, or a click on the row's name. */
  readonly onOpen: (row: Row) => void
  readonly onRemove?: ((ids: readonly string[]) => void) | undefined
  readonly onEdit?: ((ids: readonly string[]) => void) | undefined
  readonly onCopy?: ((ids: readonly string[]) => void) | undefined
  /** A letter was typed: the search box takes it. */
  readonly onType: () => void
}

/** The rows on the screen, and what keys and clicks on them do. */
export function GridBody<Row extends Identified>({
  scroller,
  ref,
  found,
  columns,
  rowHeight,
  selection: { ids, select },
  firstRow,
  activeRow,
  onPlace,
  onOpen,
  onRemove,
  onEdit,
  onCopy,
  onType,
}: GridBodyProps<Row> & {
  readonly columns: readonly GridColumn<Row>[]
  readonly scroller: HTMLElement
  readonly ref: Ref<GridBodyHandle>
}) {
  const count = found.answer?.matching ?? 0
  const body = useRef<HTMLDivElement>(null)
  const rows = useActiveRow({
    body,
    scroller,
    count,
    rowHeight,
    initial: activeRow ?? firstRow,
    focusInitial: activeRow !== null,
  })
  const { active, focused } = rows

  const { items, apart, top, first, height } = useVirtualRows({
    scroller,
    found,
    count,
    rowHeight,
    firstRow,
    active,
    onNewQuery: rows.reset,
  })
  useEffect(
    () => onPlace(first, focused.current ? active : null),
    [onPlace, first, active, focused],
  )

  useImperativeHandle(ref, () => ({
    focus: () => {
      // Rows that come later must not take the focus from where it is by then.
      if (count > 0) rows.goTo(active)
    },
  }))

  /** Does something with the selected rows, or with the one that has the focus. */
  const withChosen = (act: ((ids: readonly string[]) => void) | undefined) => {
    const row = found.rowAt(active)
    if (ids.size > 0) act?.([...ids])
    else if (row) act?.([row.id])
  }

  const marked = ids.size > 0
  useOfferedCommand('selectRows', select.all)
  useOfferedCommand(marked && onCopy ? 'copyRows' : undefined, () => withChosen(onCopy))
  useOfferedCommand(marked && onRemove ? 'deleteRows' : undefined, () => withChosen(onRemove))

  const press = (event: KeyboardEvent<HTMLElement>) => {
    // Alt with an arrow is the browser's way back.
    if (event.altKey) return
    const mod = event.ctrlKey || event.metaKey
    const page = Math.floor((scroller.clientHeight - headerHeight) / rowHeight)
    const to = rowMove(event.key, active, count, page)
    if (to !== null) {
      if (event.shiftKey) select.extend(to, active)
      else select.endRange()
      rows.goTo(to)
    } else if (event.key === 'Enter' && !mod) {
      const row = found.rowAt(active)
      if (row) onOpen(row)
    } else if (event.key === ' ') {
      if (event.shiftKey) select.extend(active, active)
      else select.toggle(active)
    } else if (event.key.toLowerCase() === 'a' && mod) select.all()
    else if (event.key === 'Escape' && ids.size > 0) select.clear()
    else if (event.key === 'Delete') withChosen(onRemove)
    else if (event.key.toLowerCase() === 'e' && mod) withChosen(onEdit)
    else if (event.key.toLowerCase() === 'c' && mod && !marksText()) withChosen(onCopy)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      scroller.scrollLeft += event.key === 'ArrowLeft' ? -80 : 80
    else {
      // The letter itself goes on to the search box, which has the focus by then.
      if (event.key.length === 1 && !mod) onType()
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
      const row = found.rowAt(index)
      if (row) onOpen(row)
      return
    }
    if (onLink) event.preventDefault()
    if (!extra && !onTick && marksText()) return
    if (event.shiftKey) select.extend(index, active)
    else if (extra || onTick) select.toggle(index)
    else select.only(index)
    rows.goTo(index)
  }

  const open = (event: MouseEvent<HTMLElement>) => {
    const { index, onTick } = clickedOn(event)
    const row = index === null || onTick ? undefined : found.rowAt(index)
    if (row) onOpen(row)
  }

  return (
    <div
      ref={body}
      role="rowgroup"
      className="body"
      style={{ height, paddingTop: top }}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={open}
      onMouseDown={(event) => {
        // Shift would select text.
        if (event.shiftKey) event.preventDefault()
      }}
      onFocus={(event) => {
        const { index } = clickedOn(event)
        if (index === null) return
        rows.arrived(index)
        onPlace(first, index)
      }}
      onBlur={() => {
        rows.left()
        onPlace(first, null)
      }}
    >
      {items.map(({ index, start }) => (
        <GridRow
          key={index}
          index={index}
          apart={index === apart ? start : undefined}
          height={rowHeight}
          row={found.rowAt(index)}
          columns={columns}
          selected={ids.has(found.rowAt(index)?.id ?? '')}
          active={index === active}
        />
      ))}
    </div>
  )
}

function clickedOn({ target }: { readonly target: EventTarget }) {
  const element = target instanceof Element ? target : null
  const index = element?.closest<HTMLElement>('[data-index]')?.dataset.index
  return {
    index: index === undefined ? null : Number(index),
    onLink: Boolean(element?.closest('a')),
    onTick: Boolean(element?.closest('.tick')),
  }
}

/** Whoever has marked text means that. */
const marksText = () => window.getSelection()?.type === 'Range'
