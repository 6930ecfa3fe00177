import type { Filter } from '../../../shared/contract/query.ts'

/** What an administrator looks after most. */
export const suggestedFilters: readonly Filter[] = [
  { property: 'accountEnabled', operator: 'is', value: false },
  { property: 'userType', operator: 'is', value: ['Guest'] },
  { property: 'managerId', operator: 'isEmpty' },
  { property: 'authenticationPhoneNumber', operator: 'isNotVerified' },
  { property: 'authenticationAlternativePhoneNumber', operator: 'isNotVerified' },
  { property: 'authenticationEmail', operator: 'isNotVerified' },
]
