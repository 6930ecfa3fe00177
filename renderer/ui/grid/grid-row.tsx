// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table element cannot be placed one by one
import { memo } from 'react'
import type { GridColumn } from './grid-column.ts'

export const widthOf = (column: string) => `var(--w-${column})`

type GridRowProps<Row> = {
  readonly index: number
  /** Where the row is, in pixels, when it does not follow the one before it. */
  readonly apart?: number | undefined
  readonly height: number
  /** Missing while it is being fetched. */
  readonly row: Row | undefined
  readonly columns: readonly GridColumn<Row>[]
  readonly selected: boolean
  readonly active: boolean
}

/** One row of the grid, drawn anew only when something about it changes. Clicks are handled above. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow

function PlainGridRow<Row extends { readonly id: string }>({
  index,
  apart,
  height,
  row,
  columns,
  selected,
  active,
}: GridRowProps<Row>) {
  const nameId = `name-${row?.id}`
  return (
    <div
      role="row"
      className="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      tabIndex={active ? 0 : -1}
      // A place of its own in every row would cost more than all else about it: Chromium shares the styles of
      // what is alike, and rows that are nowhere alike made it slower the further the list was scrolled.
      style={apart === undefined ? { height } : { height, position: 'absolute', top: apart }}
    >
      {columns.map(({ name, cell }, at) => (
        <div
          key={name}
          role={at === 0 ? 'rowheader' : 'gridcell'}
          className={at === 0 ? 'cell name' : 'cell'}
          style={{ width: widthOf(name) }}
        >
          {row ? (
            <>
              {at === 0 ? <Tick nameId={nameId} selected={selected} /> : null}
              {cell(row, { nameId, rowHeight: height })}
            </>
          ) : at === 0 ? (
            <span className="bar" />
          ) : null}
        </div>
      ))}
    </div>
  )
}

function Tick({ nameId, selected }: { readonly nameId: string; readonly selected: boolean }) {
  return (
    <span className="tick">
      <input type="checkbox" aria-labelledby={nameId} checked={selected} tabIndex={-1} readOnly />
    </span>
  )
}
