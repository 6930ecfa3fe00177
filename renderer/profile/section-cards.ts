import type { PropertyName } from '../../shared/fields/catalogue.ts'
import type { Section } from '../../shared/fields/property.ts'

/** The cards of the two columns, in the order of the page; the photo stands before the first. */
export const columns = [
  ['identity', 'jobInformation'],
  ['settings', 'contactInformation', 'authenticationContactInfo'],
] as const satisfies readonly (readonly Section[])[]

export type CardId = Section | 'photo' | 'roles' | 'groups' | 'history'

export const cardIdOf = (card: CardId) => `section-${card}`

const wideProperties: readonly PropertyName[] = [
  'displayName',
  'userPrincipalName',
  'preferredLanguage',
  'managerId',
  'streetAddress',
  'mail',
  'otherMails',
  'proxyAddresses',
  'authenticationPhoneNumber',
  'authenticationAlternativePhoneNumber',
  'authenticationEmail',
]

/** Whether a property takes the place of two. */
export const isWide = (name: PropertyName) => wideProperties.includes(name)

/** The places of a card's values or fields, the same for reading and editing. */
export const cardGrid = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
  alignItems: 'start',
  columnGap: 2,
  rowGap: 1,
} as const

export const wideCell = { gridColumn: 'span 2', minWidth: 0 } as const
