import type { User } from '../../shared/directory/user.ts'
import { type PropertyName, propertyNames } from '../../shared/fields/catalogue.ts'
import { countryName } from './country-name.ts'
import { fold } from './fold.ts'
import { holdsPhones, phoneDigits } from './phone-digits.ts'

/** Stands before and after every value of a searchable text; no stored value holds it. */
export const separator = '\x7f'

/** Often part of the display name or of a proxy address, and then already in the text. */
const repeating: ReadonlySet<PropertyName> = new Set<PropertyName>([
  'givenName',
  'surname',
  'userPrincipalName',
  'mailNickname',
  'mail',
])

const special: ReadonlySet<PropertyName> = new Set<PropertyName>([
  'displayName',
  'proxyAddresses',
  'accountEnabled',
  'managerId',
])

const others = propertyNames
  .filter((name) => !special.has(name))
  .map((name) => ({ name, repeats: repeating.has(name), phone: holdsPhones(name) }))

/** Every value that a search looks into, folded. */
export function searchableText(user: User, managerName: string): string {
  const names = [user.displayName, ...user.proxyAddresses].join(separator)
  const values = ['', names]
  for (const { name, repeats, phone } of others) {
    const value = user[name]
    if (value === null || typeof value === 'boolean') continue
    for (const text of typeof value === 'string' ? [value] : value) {
      if (repeats && names.includes(text)) continue
      values.push(text)
      if (phone) values.push(phoneDigits(text))
    }
  }
  if (user.usageLocation !== null) values.push(countryName(user.usageLocation))
  if (managerName) values.push(managerName)
  values.push('')
  return fold(values.join(separator))
}
