import { type Listed, listed } from '../../../shared/contract/query.ts'
import { isPropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { type Section, sections } from '../../../shared/fields/property.ts'

/** What can be chosen as a column of a list, by section. What Roster itself records comes last. */
export function columnChoices(deleted: boolean) {
  const sectionOf = (column: Listed): Section | 'record' =>
    isPropertyName(column) ? propertyOf(column).section : 'record'
  const offered = listed.filter((column) => deleted || column !== 'deletedDateTime')
  return [...sections, 'record' as const].map((section) => ({
    section,
    columns: offered.filter((column) => sectionOf(column) === section),
  }))
}

/** Shows a hidden column at the end, or hides a shown one. The display name always stays. */
export function toggleColumn(columns: readonly Listed[], column: Listed): readonly Listed[] {
  if (column === 'displayName') return columns
  return columns.includes(column)
    ? columns.filter((shown) => shown !== column)
    : [...columns, column]
}

/** Puts a column where another one is. The display name always stays the first. */
export function moveColumn(
  columns: readonly Listed[],
  from: number,
  to: number,
): readonly Listed[] {
  const moved = columns[from]
  const target = Math.min(Math.max(to, 1), columns.length - 1)
  if (moved === undefined || from === 0 || from === target) return columns
  const others = columns.filter((_column, index) => index !== from)
  return [...others.slice(0, target), moved, ...others.slice(target)]
}
