import type { ListState, SavedView } from '../../shared/contract/personal-requests.ts'
import type { Filter, Listed, Sort } from '../../shared/contract/query.ts'
import { tidyWidths, type Widths } from './columns/column-width.ts'

/** What a list shows, and how. */
export type ListView = {
  readonly search: string
  readonly filters: readonly Filter[]
  readonly sort: readonly Sort[]
  /** From left to right; the display name is always the first. */
  readonly columns: readonly Listed[]
  readonly widths: Widths
}

/** How a person left a list: what it showed, and where they were in it. */
export type LeftList = {
  readonly view: ListView
  readonly selected: readonly string[]
  readonly firstRow: number
  /** The row that had the focus; null when none had it, or after a restart. */
  readonly activeRow: number | null
}

const usualColumns: readonly Listed[] = [
  'displayName',
  'userPrincipalName',
  'jobTitle',
  'department',
  'officeLocation',
  'city',
  'mobilePhone',
]

export const usualView: ListView = {
  search: '',
  filters: [],
  sort: [],
  columns: usualColumns,
  widths: {},
}

export const usualDeletedView: ListView = {
  ...usualView,
  columns: ['displayName', 'deletedDateTime', ...usualColumns.slice(1)],
}

export const leftListOf = (view: ListView): LeftList => ({
  view,
  selected: [],
  firstRow: 0,
  activeRow: null,
})

/** More ids than this are not kept over a restart. */
const mostKept = 10_000

export function leftListFrom(state: ListState | null): LeftList {
  if (state === null) return leftListOf(usualView)
  const { selected, firstRow } = state
  return { view: viewFrom(state), selected, firstRow, activeRow: null }
}

/** A view as it was kept. */
export const viewFrom = ({
  search,
  filters,
  sort,
  columns,
  widths,
}: Pick<ListState, keyof ListView>): ListView => ({
  search,
  filters,
  sort,
  columns: withNameFirst(columns),
  widths: tidyWidths(widths),
})

const keptOf = ({ search, filters, sort, columns, widths }: ListView) => ({
  search,
  filters: [...filters],
  sort: [...sort],
  columns: [...columns],
  widths: { ...widths },
})

export const savedViewOf = (name: string, view: ListView): SavedView => ({
  name,
  ...keptOf(view),
})

export const stateOf = ({ view, selected, firstRow }: LeftList): ListState => ({
  ...keptOf(view),
  selected: selected.length > mostKept ? [] : [...selected],
  firstRow,
})

export const withNameFirst = (columns: readonly Listed[]): readonly Listed[] => [
  'displayName',
  ...columns.filter((column) => column !== 'displayName'),
]

/** Whether the list leaves anybody out. */
export const narrows = ({ search, filters }: ListView) => search.trim() !== '' || filters.length > 0
