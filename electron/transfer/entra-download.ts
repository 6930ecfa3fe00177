import { AppError } from '../../shared/errors.ts'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import type { RawValues } from '../../shared/fields/values.ts'
import { cellValue } from './cell-value.ts'
import type { CsvRow } from './read-csv.ts'

/** The columns of the portal's "Download users" file, in its order, and the property that each fills, if any. */
const columns: Readonly<Record<string, PropertyName | null>> = {
  userPrincipalName: 'userPrincipalName',
  displayName: 'displayName',
  surname: 'surname',
  mail: 'mail',
  givenName: 'givenName',
  objectId: null,
  userType: 'userType',
  jobTitle: 'jobTitle',
  department: 'department',
  accountEnabled: 'accountEnabled',
  usageLocation: 'usageLocation',
  streetAddress: 'streetAddress',
  state: 'state',
  country: 'country',
  physicalDeliveryOfficeName: 'officeLocation',
  city: 'city',
  postalCode: 'postalCode',
  telephoneNumber: 'businessPhones',
  mobile: 'mobilePhone',
  authenticationPhoneNumber: 'authenticationPhoneNumber',
  authenticationAlternativePhoneNumber: 'authenticationAlternativePhoneNumber',
  authenticationEmail: 'authenticationEmail',
  alternateEmailAddress: 'otherMails',
  ageGroup: 'ageGroup',
  consentProvidedForMinor: 'consentProvidedForMinor',
  legalAgeGroupClassification: null,
}

/** All columns of the file, in its order. */
export const downloadColumns: readonly string[] = Object.keys(columns)

/** The property that the file calls so. */
export const propertyInDownload = (name: string): PropertyName | undefined =>
  (Object.hasOwn(columns, name) && columns[name]) || undefined

const needed = ['userPrincipalName', 'displayName'] as const

export type ImportedRow = {
  readonly line: number
  /** The object id, or null where the file names none. */
  readonly id: string | null
  /** Only the cells that hold something: an empty cell leaves the property as it is. */
  readonly values: RawValues
}

/** The rows of a "Download users" file, one by one. Throws `bad-file` when the header is another one. */
export function* readEntraDownload(rows: readonly CsvRow[]): Generator<ImportedRow> {
  const [header] = rows
  const names = (header?.cells ?? []).map((name) => name.trim())
  for (const name of needed)
    if (!names.includes(name))
      throw new AppError('bad-file', 'importHeader', { values: { column: name } })
  const repeated = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (repeated)
    throw new AppError('bad-file', 'importRepeatedColumn', { values: { column: repeated } })
  for (const { line, cells } of rows.values().drop(1)) yield rowOf(line, names, cells)
}

function rowOf(line: number, names: readonly string[], cells: readonly string[]): ImportedRow {
  const values: Record<string, unknown> = {}
  let id: string | null = null
  names.forEach((name, at) => {
    const cell = cells[at]?.trim()
    if (!cell) return
    if (name === 'objectId') id = cell.toLowerCase()
    const property = propertyInDownload(name)
    if (property) values[property] = cellValue(property, cell)
  })
  return { line, id, values }
}
