import type { PropertyName } from '../fields/catalogue.ts'

/** What no two users share, deleted ones included: a merge leaves it with whoever has it. */
const uniqueToOne = [
  'userPrincipalName',
  'mailNickname',
  'mail',
  'proxyAddresses',
] as const satisfies readonly PropertyName[]

export const isUniqueToOne = (name: string): boolean =>
  (uniqueToOne as readonly string[]).includes(name)
