import type { Listed } from '../../shared/contract/query.ts'
import { isPropertyName, propertyOf } from '../../shared/fields/catalogue.ts'

/** What a list has to know of a property: how its values read and what can be asked of them. */
export type PropertyKind =
  | 'text'
  | 'address'
  | 'choice'
  | 'switch'
  | 'country'
  | 'day'
  | 'moment'
  | 'person'

export function kindOf(property: Listed): PropertyKind {
  if (!isPropertyName(property)) return 'moment'
  switch (propertyOf(property).editor) {
    case 'choice':
      return 'choice'
    case 'switch':
      return 'switch'
    case 'country':
      return 'country'
    case 'date':
      return 'day'
    case 'user':
      return 'person'
    case 'user-name':
    case 'phone':
    case 'phones':
    case 'email':
    case 'emails':
    case 'proxy-addresses':
    case 'authentication-phone':
    case 'authentication-email':
      return 'address'
    default:
      return 'text'
  }
}
