import type { Listed } from '../../../shared/contract/query.ts'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { kindOf } from '../property-kind.ts'
import type { ValueWords } from '../value-words.ts'

/** A user's value as the list shows it; empty when there is none. */
export function cellText(property: Listed, row: UserRow, words: ValueWords): string {
  if (property === 'managerId') return row.manager ?? ''
  const value = row[property]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'string') return ''
  switch (kindOf(property)) {
    case 'choice':
      return words.choice(value)
    case 'country':
      return words.country(value)
    case 'day':
      return words.day(value)
    case 'moment':
      return row.daysLeft === undefined || property !== 'deletedDateTime'
        ? words.moment(value)
        : `${words.daysLeft(row.daysLeft)} · ${words.moment(value)}`
    default:
      return value
  }
}
