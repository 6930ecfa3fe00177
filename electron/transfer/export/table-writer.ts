import type { Listed } from '../../../shared/contract/query.ts'
import type { User } from '../../../shared/directory/user.ts'
import { legalAgeGroupOf } from '../../../shared/fields/legal-age-group.ts'
import { downloadColumns, propertyInDownload } from '../entra-download.ts'
import { csvLine, mark, tabbedLine } from '../write-csv.ts'
import type { UserOfId, UserWriter } from './user-writer.ts'

/** How a table is written for the program that will read it. */
export type TableManner = {
  readonly format: 'csv' | 'tsv'
  /** Begins with a byte order mark, by which Excel knows UTF-8. */
  readonly mark: boolean
  /** Nothing in it is taken for a formula. */
  readonly harmless: boolean
}

type Column = { readonly heading: string; readonly cell: (user: User) => string }

/** A table of these properties, which a bulk edit reads again. */
export const propertyTable = (
  properties: readonly Listed[],
  manner: TableManner,
  labelOf: (property: Listed) => string,
  userOf: UserOfId,
): UserWriter =>
  tableOf(
    properties.map((property) => ({
      heading: labelOf(property),
      cell: (user) => cellOf(property, user, userOf),
    })),
    manner,
  )

/** The portal's “Download users” file, which an import reads again. */
export const downloadTable = (manner: Omit<TableManner, 'format'>): UserWriter =>
  tableOf(
    downloadColumns.map((heading) => ({
      heading,
      cell: (user) => downloadCellOf(heading, user),
    })),
    { ...manner, format: 'csv' },
  )

const tables = {
  csv: { extension: 'csv', type: 'text/csv', line: csvLine },
  tsv: { extension: 'tsv', type: 'text/tab-separated-values', line: tabbedLine },
} as const

const tableOf = (columns: readonly Column[], manner: TableManner): UserWriter => {
  const { line: lineOf, ...file } = tables[manner.format]
  const line = (cells: readonly string[]) => lineOf(cells, manner.harmless)
  return {
    ...file,
    head: `${manner.mark ? mark : ''}${line(columns.map(({ heading }) => heading))}`,
    user: (user) => line(columns.map(({ cell }) => cell(user))),
    tail: '',
  }
}

/** A manager by user name, which names nobody else. */
function cellOf(property: Listed, user: User, userOf: UserOfId): string {
  if (property === 'managerId') return userOf(user.managerId ?? '')?.userPrincipalName ?? ''
  const value = user[property]
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return textOf(value)
}

function downloadCellOf(heading: string, user: User): string {
  if (heading === 'objectId') return user.id
  if (heading === 'legalAgeGroupClassification') return legalAgeGroupOf(user) ?? ''
  const property = propertyInDownload(heading)
  if (property === undefined) return ''
  const value = user[property]
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return textOf(value)
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ')
  return typeof value === 'string' ? value : ''
}
