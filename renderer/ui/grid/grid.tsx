// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table element cannot be placed one by one
import { type CSSProperties, type ReactNode, type RefObject, useMemo, useState } from 'react'
import { GridBody, type GridBodyHandle, type GridBodyProps, type Identified } from './grid-body.tsx'
import type { ColumnWidths, GridColumn, GridView } from './grid-column.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { GridFrame, GridPlace, headerHeight } from './grid-styles.ts'

const waiting = Array.from({ length: 12 }, (_, index) => index)

/** A list in rows and columns: the headers and the first column stay, everything else scrolls. */
export function Grid<Row extends Identified, Name extends string>({
  label,
  columns,
  view,
  handle,
  onChange,
  below,
  ...body
}: GridBodyProps<Row> & {
  readonly label: string
  readonly columns: readonly GridColumn<Row, Name>[]
  readonly view: GridView<Name>
  readonly handle: RefObject<GridBodyHandle | null>
  readonly onChange: (part: Partial<GridView<Name>>) => void
  /** What stands under the last row of a short list, or in the place of rows. */
  readonly below: ReactNode
}) {
  const { found, selection, rowHeight } = body
  const { widths, sort } = view
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
                height={rowHeight}
                row={undefined}
                columns={columns}
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

const widthVariables = <Name extends string>(
  columns: readonly GridColumn<never, Name>[],
  widths: ColumnWidths<Name>,
) =>
  Object.fromEntries(
    columns.map(({ name, width }) => [`--w-${name}`, `${widths[name] ?? width}px`]),
  ) as CSSProperties
