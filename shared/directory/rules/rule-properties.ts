import type { PropertyName } from '../../fields/catalogue.ts'
import type { User } from '../user.ts'

/** What a property of a rule holds, which decides the operators that fit it. */
export type PropertyType = 'text' | 'boolean' | 'day' | 'collection'

/**
 * The properties that rules can read: Microsoft Entra's names, which are older than those of Graph, and
 * what they are called in the catalogue. What Entra's rules cannot read is not here, so that every rule
 * means the same there.
 */
const table = {
  accountEnabled: { type: 'boolean', reads: 'accountEnabled' },
  city: { type: 'text', reads: 'city' },
  companyName: { type: 'text', reads: 'companyName' },
  country: { type: 'text', reads: 'country' },
  department: { type: 'text', reads: 'department' },
  displayName: { type: 'text', reads: 'displayName' },
  employeeHireDate: { type: 'day', reads: 'employeeHireDate' },
  employeeId: { type: 'text', reads: 'employeeId' },
  facsimileTelephoneNumber: { type: 'text', reads: 'faxNumber' },
  givenName: { type: 'text', reads: 'givenName' },
  jobTitle: { type: 'text', reads: 'jobTitle' },
  mail: { type: 'text', reads: 'mail' },
  mailNickName: { type: 'text', reads: 'mailNickname' },
  mobile: { type: 'text', reads: 'mobilePhone' },
  objectId: { type: 'text', reads: 'id' },
  otherMails: { type: 'collection', reads: 'otherMails' },
  physicalDeliveryOfficeName: { type: 'text', reads: 'officeLocation' },
  postalCode: { type: 'text', reads: 'postalCode' },
  preferredLanguage: { type: 'text', reads: 'preferredLanguage' },
  proxyAddresses: { type: 'collection', reads: 'proxyAddresses' },
  state: { type: 'text', reads: 'state' },
  streetAddress: { type: 'text', reads: 'streetAddress' },
  surname: { type: 'text', reads: 'surname' },
  telephoneNumber: { type: 'text', reads: 'businessPhones' },
  usageLocation: { type: 'text', reads: 'usageLocation' },
  userPrincipalName: { type: 'text', reads: 'userPrincipalName' },
  userType: { type: 'text', reads: 'userType' },
} as const satisfies Readonly<
  Record<string, { readonly type: PropertyType; readonly reads: PropertyName | 'id' }>
>

export type RulePropertyName = keyof typeof table

type ReadName = (typeof table)[RulePropertyName]['reads']

/** A property as rules know it, and the property of the user that it reads. */
export type RuleProperty = { readonly type: PropertyType; readonly reads: ReadName }

export const rulePropertyNames = Object.keys(table) as readonly RulePropertyName[]

export const isRulePropertyName = (name: string): name is RulePropertyName =>
  Object.hasOwn(table, name)

export const rulePropertyOf = (name: RulePropertyName): RuleProperty => table[name]

/** What rules read of a user. */
export type RuleUser = Pick<User, ReadName | 'managerId'>

/** The name of the property in `user.<name>`; null for `_` and everything else. */
export const nameAfterUser = (subject: string): string | null =>
  subject.startsWith(prefix) ? subject.slice(prefix.length) : null

export const prefix = 'user.'

/** The item of a collection, inside of -any and -all. */
export const item = '_'

/** The value of a property that holds one text; a telephone number is the first of its list. */
export function textOf(user: RuleUser, name: RulePropertyName): string | null {
  const value = user[table[name].reads]
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'string' || value === null ? value : (value[0] ?? null)
}

/** The items of a collection; a property that holds one text counts as a collection of that. */
export function itemsOf(user: RuleUser, name: RulePropertyName): readonly string[] {
  const value = user[table[name].reads]
  return Array.isArray(value) ? value : [textOf(user, name)].filter((text) => text !== null)
}

/** What Microsoft Entra's rules can read and a directory of Roster does not hold. */
const elsewhere: ReadonlySet<string> = new Set([
  'assignedPlans',
  'dirSyncEnabled',
  'memberOf',
  'onPremisesDistinguishedName',
  'onPremisesSecurityIdentifier',
  'passwordPolicies',
  'sipProxyAddress',
  ...Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`),
])

export const isKeptElsewhere = (name: string) =>
  elsewhere.has(name) || name.startsWith('extension_')

/** The property that somebody means who writes this name: Graph's, or with other capitals. */
export function propertyMeantBy(name: string): RulePropertyName | undefined {
  const wanted = name.toLowerCase()
  return rulePropertyNames.find(
    (each) => each.toLowerCase() === wanted || table[each].reads.toLowerCase() === wanted,
  )
}
