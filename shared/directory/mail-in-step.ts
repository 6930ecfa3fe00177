import type { UserValues } from '../fields/catalogue.ts'
import { primaryOf, withoutPrefix, withPrimary } from '../fields/rules/proxy-addresses.ts'

type Addresses = Pick<UserValues, 'mail' | 'proxyAddresses'>

/**
 * The email is the primary proxy address. Changing one changes the other; the former address is kept as
 * a secondary one. When both are given they are left as they are, for `check-user` to compare.
 */
export function mailInStep(before: Addresses, changes: Partial<Addresses>): Partial<Addresses> {
  const { mail, proxyAddresses } = changes
  if (mail !== undefined && proxyAddresses === undefined) {
    if (mail === before.mail) return {}
    return { proxyAddresses: withPrimary(before.proxyAddresses, mail) }
  }
  if (proxyAddresses !== undefined && mail === undefined) {
    const primary = primaryOf(proxyAddresses)
    return { mail: primary ? withoutPrefix(primary) : null }
  }
  return {}
}
