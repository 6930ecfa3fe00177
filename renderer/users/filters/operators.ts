import type { Filter, Listed } from '../../../shared/contract/query.ts'
import { isVerifiable } from '../../../shared/directory/user.ts'
import { isPropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { kindOf, type PropertyKind } from '../property-kind.ts'

export type Operator = Filter['operator']

const byKind: Readonly<Record<PropertyKind, readonly Operator[]>> = {
  text: ['contains', 'is', 'isNot', 'startsWith'],
  address: ['contains', 'is', 'isNot', 'startsWith'],
  choice: ['is', 'isNot'],
  switch: ['is'],
  country: ['is', 'isNot'],
  day: ['is', 'before', 'after'],
  moment: ['is', 'before', 'after'],
  person: ['is', 'isNot', 'contains'],
}

/** What can be asked of a property, the most likely first. */
export function operatorsOf(property: Listed): readonly Operator[] {
  const required = !isPropertyName(property) || propertyOf(property).required === true
  return [
    ...byKind[kindOf(property)],
    ...(required ? [] : (['isEmpty', 'isNotEmpty'] as const)),
    ...(isVerifiable(property) ? (['isNotVerified', 'isVerified'] as const) : []),
  ]
}

const withoutValue: ReadonlySet<Operator> = new Set<Operator>([
  'isEmpty',
  'isNotEmpty',
  'isVerified',
  'isNotVerified',
])

export const takesValue = (operator: Operator) => !withoutValue.has(operator)

/** How the value of a filter is entered. */
export type ValueEntry =
  | 'none'
  | 'one text'
  | 'texts'
  | 'choices'
  | 'countries'
  | 'yes or no'
  | 'day'
  | 'person'

export function entryFor(property: Listed, operator: Operator): ValueEntry {
  if (!takesValue(operator)) return 'none'
  switch (kindOf(property)) {
    case 'choice':
      return 'choices'
    case 'country':
      return 'countries'
    case 'switch':
      return 'yes or no'
    case 'day':
    case 'moment':
      return 'day'
    case 'person':
      return operator === 'contains' ? 'one text' : 'person'
    default:
      return operator === 'is' || operator === 'isNot' ? 'texts' : 'one text'
  }
}

/** Whether the filter says all it needs to. */
export function isComplete({ operator, value }: Filter): boolean {
  if (!takesValue(operator)) return true
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'boolean' || (value ?? '').trim() !== ''
}
