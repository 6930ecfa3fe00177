// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table element cannot be placed one by one
import { type CSSProperties, type ReactNode, type RefObject, useMemo, useState } from 'react'
import { usualWidth } from '../columns/column-width.ts'
import type { ListView } from '../list-view.ts'
import { GridBody, type GridBodyHandle, type GridBodyProps } from './grid-body.tsx'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { GridFrame, GridPlace, headerHeight } from './grid-styles.ts'

const waiting = Array.from({ length: 12 }, (_, index) => index)

/** The list of users: the headers and the names stay where they are, everything else scrolls. */
export function UserGrid({
  label,
  view,
  handle,
  onChange,
  below,
  ...body
}: Omit<GridBodyProps, 'columns'> & {
  readonly label: string
  readonly view: ListView
  readonly handle: RefObject<GridBodyHandle | null>
  readonly onChange: (part: Pick<Partial<ListView>, 'sort' | 'widths'>) => void
  /** What stands under the last row of a short list, or in the place of rows. */
  readonly below: ReactNode
}) {
  const { found, selection, words, rowHeight } = body
  const { columns, widths, sort } = view
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const matching = found.answer?.matching ?? 0
  const { ids, select } = selection
  const selected = ids.size === 0 ? 'none' : ids.size < matching ? 'some' : 'all'
  const style = useMemo(() => widthVariables(columns, widths), [columns, widths])
  const head = useMemo(
    () => (
      <GridHead
        columns={columns}
        widths={widths}
        sort={sort}
        selected={selected}
        onChange={onChange}
        onSelectAll={() => (selected === 'all' ? select.clear() : select.all())}
        onLeave={() => handle.current?.focus()}
      />
    ),
    [columns, widths, sort, selected, onChange, select, handle],
  )
  return (
    <GridPlace inert={found.error !== null}>
      <GridFrame
        ref={setScroller}
        role="grid"
        aria-label={label}
        aria-rowcount={matching + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        aria-busy={found.answer === null}
        style={style}
      >
        {head}
        {scroller && found.answer ? (
          <GridBody {...body} ref={handle} scroller={scroller} columns={columns} />
        ) : (
          <div role="rowgroup" className="body">
            {waiting.map((index) => (
              <GridRow
                key={index}
                index={index}
                top={index * rowHeight}
                height={rowHeight}
                user={undefined}
                columns={columns}
                words={words}
                selected={false}
                active={false}
              />
            ))}
          </div>
        )}
      </GridFrame>
      {below ? (
        <div className="below" style={{ top: headerHeight + matching * rowHeight }}>
          {below}
        </div>
      ) : null}
    </GridPlace>
  )
}

const widthVariables = (columns: ListView['columns'], widths: ListView['widths']) =>
  Object.fromEntries(
    columns.map((column) => [`--w-${column}`, `${widths[column] ?? usualWidth(column)}px`]),
  ) as CSSProperties
