// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table element cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the headers take the focus
import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  functionalUpdate,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ColumnWidths,
  type GridColumn,
  type GridSort,
  type GridView,
  narrowest,
  tidyWidth,
  widest,
} from './grid-column.ts'
import { widthOf } from './grid-row.tsx'

const features = tableFeatures({ columnSizingFeature, columnResizingFeature, rowSortingFeature })
const helper = createColumnHelper<typeof features, object>()

// The table holds the columns. The rows are windows of a list that the application sorts.
const noRows: object[] = []

const definitionOf = ({ name, width, sortable = true }: GridColumn<never>) =>
  helper.accessor((): unknown => null, {
    id: name,
    size: width,
    minSize: narrowest,
    maxSize: widest,
    sortDescFirst: false,
    enableSorting: sortable,
  })

/** The column headers: sorting, widths, and the mark that selects all. One stop of the Tab key. */
export function GridHead<Name extends string>({
  columns,
  widths,
  sort,
  selected,
  onChange,
  onSelectAll,
  onLeave,
}: {
  readonly columns: readonly GridColumn<never, Name>[]
  readonly widths: ColumnWidths<Name>
  readonly sort: readonly GridSort<Name>[]
  readonly selected: 'none' | 'some' | 'all'
  readonly onChange: (part: Partial<GridView<Name>>) => void
  readonly onSelectAll: () => void
  /** The arrow down leads from the headers to the rows. */
  readonly onLeave: () => void
}) {
  const { t } = useTranslation('grid')
  const [stop, setStop] = useState(0)
  const sorting = useMemo(
    () => sort.map(({ property, direction }) => ({ id: property, desc: direction === 'desc' })),
    [sort],
  )
  const table = useTable({
    features,
    data: noRows,
    columns: useMemo(() => columns.map(definitionOf), [columns]),
    state: { sorting, columnSizing: sizesOf(widths) },
    onSortingChange: (update) =>
      onChange({ sort: sortOf(functionalUpdate(update, sorting), columns) }),
    onColumnSizingChange: (update) =>
      onChange({ widths: widthsOf(functionalUpdate(update, sizesOf(widths))) }),
    columnResizeMode: 'onChange',
    manualSorting: true,
    maxMultiSortColCount: 5,
  })

  const headers = table.getLeafHeaders()
  const current = Math.min(stop, headers.length - 1)
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (event.key === 'ArrowDown') onLeave()
    else if (step === undefined || event.altKey) return
    else {
      const next = Math.min(Math.max(current + step, 0), headers.length - 1)
      setStop(next)
      event.currentTarget.querySelectorAll<HTMLElement>('.sort')[next]?.focus()
    }
    event.preventDefault()
  }

  return (
    <div role="rowgroup" className="head" onKeyDown={press}>
      <div role="row" className="row" aria-rowindex={1}>
        {headers.map((header, at) => {
          const { column } = header
          const sorted = column.getIsSorted()
          const sortable = column.getCanSort()
          const label = columns[at]?.label ?? column.id
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-label={label}
              {...(sortable ? { 'aria-sort': ariaSort(sorted) } : {})}
              className={at === 0 ? 'cell name' : 'cell'}
              style={{ width: widthOf(column.id) }}
            >
              {at === 0 ? (
                <span className="tick">
                  <input
                    type="checkbox"
                    aria-label={t('selectAll')}
                    checked={selected === 'all'}
                    ref={(box) => {
                      if (box) box.indeterminate = selected === 'some'
                    }}
                    tabIndex={-1}
                    onChange={onSelectAll}
                  />
                </span>
              ) : null}
              <button
                type="button"
                className="sort"
                {...(sortable ? { title: t('sortHint', { column: label }) } : unsortable)}
                tabIndex={at === current ? 0 : -1}
                onFocus={() => setStop(at)}
                onClick={(event) => {
                  if (sortable) column.toggleSorting(undefined, event.shiftKey)
                }}
              >
                <span className="value">{label}</span>
                {sorted === 'asc' ? <ArrowUp size={14} aria-hidden /> : null}
                {sorted === 'desc' ? <ArrowDown size={14} aria-hidden /> : null}
                {sorted && sort.length > 1 ? <small>{column.getSortIndex() + 1}</small> : null}
              </button>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: a pointer's shortcut; widths are no content */}
              <span
                className="resize"
                title={t('resize')}
                data-active={column.getIsResizing()}
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={() => column.resetSize()}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const ariaSort = (sorted: false | 'asc' | 'desc') => {
  if (!sorted) return 'none'
  return sorted === 'asc' ? 'ascending' : 'descending'
}

/** It stays a stop of the arrow keys. */
const unsortable = { 'aria-disabled': true, style: { cursor: 'default' } } as const

const sortOf = <Name extends string>(
  sorting: SortingState,
  columns: readonly GridColumn<never, Name>[],
): readonly GridSort<Name>[] =>
  sorting.flatMap(({ id, desc }): GridSort<Name>[] => {
    const column = columns.find(({ name }) => name === id)
    return column ? [{ property: column.name, direction: desc ? 'desc' : 'asc' }] : []
  })

/** The table knows columns by any text; those with a width here are all columns of this grid. */
const sizesOf = <Name extends string>(widths: ColumnWidths<Name>) =>
  ({ ...widths }) as Record<string, number>

const widthsOf = <Name extends string>(dragged: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(dragged).map(([name, width]) => [name, tidyWidth(width)]),
  ) as ColumnWidths<Name>
