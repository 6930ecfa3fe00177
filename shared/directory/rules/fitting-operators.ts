import type { Operator } from './rule.ts'
import type { PropertyType } from './rule-properties.ts'

const forText: readonly Operator[] = [
  'eq',
  'ne',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'contains',
  'notContains',
  'match',
  'notMatch',
  'in',
  'notIn',
]

/** The operators that fit what a property holds. A collection is compared item by item. */
export const fittingOperators: Readonly<Record<PropertyType, readonly Operator[]>> = {
  text: forText,
  boolean: ['eq', 'ne'],
  day: ['eq', 'ne', 'le', 'ge'],
  collection: forText,
}
