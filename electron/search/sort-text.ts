import type { Listed, Sort } from '../../shared/contract/query.ts'
import { compareNames } from '../../shared/directory/listed-user.ts'
import type { User } from '../../shared/directory/user.ts'
import { isPropertyName, propertyOf } from '../../shared/fields/catalogue.ts'
import type { CompareTexts } from './order-by.ts'

const compareDates: CompareTexts = (one, other) => (one < other ? -1 : one > other ? 1 : 0)

const holdsDates = (property: Listed) =>
  !isPropertyName(property) || propertyOf(property).editor === 'date'

/** How two values of a property compare in a sorted list, case and accents aside. */
export const compareTextsOf = (property: Listed): CompareTexts =>
  holdsDates(property) ? compareDates : compareNames

/** What a user is sorted by; empty when there is no value. A manager counts by name. */
export function sortTextOf(property: Listed, user: User, managerName: string): string {
  if (property === 'managerId') return managerName
  const value = user[property]
  if (value === null) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** Compares by one key of a sort; empty values come last in both directions. */
export function compareByKey({ property, direction }: Sort): CompareTexts {
  const compare = compareTextsOf(property)
  const sign = direction === 'asc' ? 1 : -1
  return (one, other) => {
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    return sign * compare(one, other)
  }
}
