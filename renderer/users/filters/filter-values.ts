import type { Filter } from '../../../shared/contract/query.ts'
import { kindOf } from '../property-kind.ts'
import type { ValueWords } from '../value-words.ts'

/** The values a filter asks for, as they read. People are left as their ids. */
export function filterValues({ property, value }: Filter, words: ValueWords): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'boolean') return [value ? words.yes : words.no]
  const values = Array.isArray(value) ? value : [value]
  switch (kindOf(property)) {
    case 'choice':
      return values.map(words.choice)
    case 'country':
      return values.map(words.country)
    case 'day':
    case 'moment':
      return values.map(words.day)
    default:
      return values
  }
}
