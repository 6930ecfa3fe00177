import { type RowKey, rowKeys } from '../../shared/contract/bulk-requests.ts'
import type { Input } from '../../shared/contract/contract.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { Problem } from '../../shared/text/message.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { usersNamed } from '../search/users-named.ts'
import { eachInSlices } from '../slices.ts'
import type { CsvRow } from '../transfer/read-csv.ts'
import { type Sheet, type SheetColumn, sheetValue } from '../transfer/read-sheet.ts'
import type { BulkRow } from './bulk-preview.ts'

/** The column that tells whom a row is about: the one asked for, or the surest there is. */
export function keyColumn({ columns }: Sheet, asked: RowKey | undefined): RowKey {
  const [first] = rowKeys.filter((key) => columns.some(({ property }) => property === key))
  const key = columns.some(({ property }) => property === asked) ? asked : first
  if (key === undefined) throw new AppError('bad-file', 'sheetNobody')
  if (columns.some((column) => isValue(column, key))) return key
  const column = columns.find(({ property }) => property === key)?.heading ?? key
  throw new AppError('bad-file', 'sheetNothing', { values: { column } })
}

const isValue = ({ property }: SheetColumn, key: RowKey) =>
  property !== null && property !== 'id' && property !== key

/** What each row asks of whom. Somebody whom two rows are about is edited by the first. */
export async function pastedRows(
  { columns, rows }: Sheet,
  key: RowKey,
  empty: Input<'previewPastedUpdate'>['empty'],
  directory: Directory,
  lookup: UserLookup,
): Promise<readonly BulkRow[]> {
  const keyAt = columns.findIndex(({ property }) => property === key)
  const column = columns[keyAt]?.heading ?? key
  const managerAt = columns.findIndex(({ property }) => property === 'managerId')
  const managers = await usersNamed(cellsOf(rows, managerAt), directory, lookup)
  const owners = ownersBy(key, directory, lookup)
  const seen = new Map<string, number>()

  const valuesOf = ({ cells }: CsvRow) =>
    Object.fromEntries(
      columns.flatMap((each, at) => {
        const cell = cells[at]?.trim() ?? ''
        if (!isValue(each, key) || (cell === '' && empty === 'keep')) return []
        const [manager, ...others] = at === managerAt ? (managers.get(cell) ?? []) : []
        if (manager && others.length === 0) return [[each.property, manager.id]]
        return [[each.property, cell === '' ? null : sheetValue(each, cell)]]
      }),
    )

  const found: BulkRow[] = []
  await eachInSlices(rows, (row) => {
    const value = row.cells[keyAt]?.trim() ?? ''
    const name = value || (row.cells.find((cell) => cell.trim() !== '') ?? '')
    const [user, ...others] = value === '' ? [] : owners(value)
    const earlier = seen.get(user?.id ?? '')
    const problem = problemOf({ value, column, user, several: others.length > 0, earlier })
    if (user && !problem) seen.set(user.id, row.line)
    found.push(
      problem
        ? { id: null, name, values: {}, problem }
        : { id: user?.id ?? null, name, values: valuesOf(row) },
    )
  })
  return found
}

function problemOf({
  value,
  column,
  user,
  several,
  earlier,
}: {
  readonly value: string
  readonly column: string
  readonly user: User | undefined
  readonly several: boolean
  /** The line of another row about the same user. */
  readonly earlier: number | undefined
}): Problem | undefined {
  if (value === '') return { rule: 'rowOfNobody', values: { column } }
  if (!user) return { rule: 'rowUnknown', values: { value, column } }
  if (several) return { rule: 'rowOfSeveral', values: { value, column } }
  return earlier === undefined ? undefined : { rule: 'repeatedRow', values: { line: earlier } }
}

const cellsOf = (rows: readonly CsvRow[], at: number): readonly string[] =>
  rows.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '')

/** Finds users by one property, the living before the deleted. */
function ownersBy(
  key: RowKey,
  { tables }: Directory,
  lookup: UserLookup,
): (value: string) => readonly User[] {
  const one = (id: string | undefined) => {
    const user = tables.user.get(id ?? '')
    return user ? [user] : []
  }
  switch (key) {
    case 'id':
      return (value) => one(value.toLowerCase())
    case 'userPrincipalName':
      return (value) => one(lookup.byUserPrincipalName(value))
    case 'mail':
      return (value) => one(lookup.byAddress(value))
    default: {
      const all = Map.groupBy(tables.user.values(), ({ employeeId }) => employeeId?.toLowerCase())
      return (value) => {
        const users = all.get(value.toLowerCase()) ?? []
        const living = users.filter(({ deletedDateTime }) => deletedDateTime === null)
        return living.length > 0 ? living : users
      }
    }
  }
}
