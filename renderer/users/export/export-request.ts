import type { Asked } from '../../../shared/contract/contract.ts'
import type { ExportFormat } from '../../../shared/contract/transfer-requests.ts'
import type { ListView } from '../list-view.ts'
import { askedOf } from '../use-found-users.ts'

/** What of a list can be exported. */
export type Exportable = {
  readonly selected: readonly string[]
  readonly view: ListView
  readonly deleted: boolean
  /** How many the list shows, and how many there are. */
  readonly matching: number
  readonly total: number
}

export type Whom = 'selected' | 'shown' | 'all'

export type Choices = {
  readonly whom: Whom
  readonly format: ExportFormat
  readonly columns: 'shown' | 'all'
  readonly mark: boolean
  readonly harmless: boolean
}

/** Whom there is a choice of; the likeliest first. */
export const whomOf = ({ selected, matching, total }: Exportable): readonly Whom[] => [
  ...(selected.length > 0 ? (['selected'] as const) : []),
  ...(matching > 0 && matching < total ? (['shown'] as const) : []),
  'all',
]

/** Tables of the properties one chooses, and any table. */
export const hasColumns = (format: ExportFormat) => format === 'csv' || format === 'tsv'
export const isTable = (format: ExportFormat) => hasColumns(format) || format === 'entra'

/** The request that the choices come to. The order is that of the list, but for the selected. */
export function exportRequest(
  { selected, view, deleted }: Exportable,
  { whom, format, columns, mark, harmless }: Choices,
): Asked<'exportUsers'> {
  const { search, filters } = whom === 'shown' ? view : { search: '', filters: [] }
  return {
    format,
    mark,
    harmless,
    ...(whom === 'selected'
      ? { ids: [...selected] }
      : { query: askedOf({ search, filters, sort: view.sort, deleted }) }),
    ...(columns === 'shown' ? { properties: [...view.columns] } : {}),
  }
}
