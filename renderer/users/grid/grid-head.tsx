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
import { type Listed, listed, type Sort } from '../../../shared/contract/query.ts'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { narrowest, tidyWidths, usualWidth, widest } from '../columns/column-width.ts'
import type { ListView } from '../list-view.ts'
import { usePropertyLabel } from '../property-label.ts'
import { widthOf } from './grid-row.tsx'

const features = tableFeatures({ columnSizingFeature, columnResizingFeature, rowSortingFeature })
const helper = createColumnHelper<typeof features, UserRow>()

const definitions = new Map(
  listed.map((column) => [
    column,
    helper.accessor((row) => row[column], {
      id: column,
      size: usualWidth(column),
      minSize: narrowest,
      maxSize: widest,
      sortDescFirst: false,
    }),
  ]),
)

// The table holds the columns. The rows are windows of a list that the application sorts.
const noRows: UserRow[] = []

const isListed = (id: string): id is Listed => (listed as readonly string[]).includes(id)

const sortOf = (sorting: SortingState): readonly Sort[] =>
  sorting.flatMap(({ id, desc }): Sort[] =>
    isListed(id) ? [{ property: id, direction: desc ? 'desc' : 'asc' }] : [],
  )

/** The column headers: sorting, widths, and the mark that selects all. One stop of the Tab key. */
export function GridHead({
  columns,
  widths,
  sort,
  selected,
  onChange,
  onSelectAll,
  onLeave,
}: {
  readonly columns: readonly Listed[]
  readonly widths: ListView['widths']
  readonly sort: readonly Sort[]
  readonly selected: 'none' | 'some' | 'all'
  readonly onChange: (part: Pick<Partial<ListView>, 'sort' | 'widths'>) => void
  readonly onSelectAll: () => void
  /** The arrow down leads from the headers to the rows. */
  readonly onLeave: () => void
}) {
  const { t } = useTranslation('users')
  const labelOf = usePropertyLabel()
  const [stop, setStop] = useState(0)
  const sorting = useMemo(
    () => sort.map(({ property, direction }) => ({ id: property, desc: direction === 'desc' })),
    [sort],
  )
  const table = useTable({
    features,
    data: noRows,
    columns: useMemo(() => columns.flatMap((column) => definitions.get(column) ?? []), [columns]),
    state: { sorting, columnSizing: widths },
    onSortingChange: (update) => onChange({ sort: sortOf(functionalUpdate(update, sorting)) }),
    onColumnSizingChange: (update) =>
      onChange({ widths: tidyWidths(functionalUpdate(update, { ...widths })) }),
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
          const label = labelOf(column.id)
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-label={label}
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
              className={at === 0 ? 'cell name' : 'cell'}
              style={{ width: isListed(column.id) ? widthOf(column.id) : undefined }}
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
                title={t('sortHint', { column: label })}
                tabIndex={at === current ? 0 : -1}
                onFocus={() => setStop(at)}
                onClick={(event) => column.toggleSorting(undefined, event.shiftKey)}
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
