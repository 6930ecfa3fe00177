import type { ReactNode } from 'react'

/** What a cell has to know of the row it is in. */
export type CellPlace = {
  /** The id that the element naming the row gets; the row's checkbox is called so. */
  readonly nameId: string
  readonly rowHeight: number
}

/** A column of a grid. The cells of the first one name the rows and link to where they open. */
export type GridColumn<Row, Name extends string = string> = {
  readonly name: Name
  readonly label: string
  /** In pixels, until somebody drags it. */
  readonly width: number
  /** False where the rows have no order by it. */
  readonly sortable?: boolean
  cell(row: Row, place: CellPlace): ReactNode
}

export const narrowest = 72
export const widest = 800

/** Widths of columns that somebody has dragged. */
export type ColumnWidths<Name extends string> = Readonly<Partial<Record<Name, number>>>

/** Whole pixels within the bounds. */
export const tidyWidth = (dragged: number): number =>
  Math.min(Math.max(Math.round(dragged), narrowest), widest)

/** One key of an order; the first decides. */
export type GridSort<Name extends string> = {
  readonly property: Name
  readonly direction: 'asc' | 'desc'
}

/** How a grid shows its rows. */
export type GridView<Name extends string> = {
  readonly sort: readonly GridSort<Name>[]
  readonly widths: ColumnWidths<Name>
}
