import { mailInStep } from '../../../shared/directory/mail-in-step.ts'
import { isPropertyName, type PropertyName } from '../../../shared/fields/catalogue.ts'
import {
  isPrimary,
  primaryOf,
  withoutPrefix,
  withPrimary,
} from '../../../shared/fields/rules/proxy-addresses.ts'
import { checkValue, sameValue } from '../../../shared/fields/values.ts'
import { asList, asText, isRaw, type Raw } from '../../properties/raw.ts'

export type Values = Readonly<Record<PropertyName, Raw>>

/** What a person changed, property by property. The rest of the form is what is stored. */
export type Edits = Readonly<Partial<Record<PropertyName, Raw>>>

/** The values the form shows: the stored ones, the edits over them, and the addresses that follow. */
export const valuesWith = (stored: Values, edits: Edits): Values => ({
  ...stored,
  ...edits,
  ...addressesInStep(stored, edits),
})

/** What the edits come to, cleaned where they can be. An edit back to the stored value is no change. */
export function changesOf(stored: Values, edits: Edits): Edits {
  const changes = Object.entries(edits).flatMap(([name, raw]) => {
    if (!isPropertyName(name)) return []
    const clean = cleaned(name, raw)
    const value = clean === undefined ? raw : clean
    return sameValue(value, stored[name]) ? [] : [[name, value]]
  })
  return Object.fromEntries(changes)
}

/** The edits with one more. The email and the primary proxy address stay the same address. */
export function edited(stored: Values, edits: Edits, name: PropertyName, raw: Raw): Edits {
  const next = { ...edits, [name]: raw }
  if (name === 'proxyAddresses' && edits.mail !== undefined) {
    const primary = primaryOf(asList(raw))
    return { ...next, mail: primary ? withoutPrefix(primary) : null }
  }
  if (name === 'mail' && edits.proxyAddresses !== undefined)
    return { ...next, proxyAddresses: withMail(stored, asList(edits.proxyAddresses), raw) }
  return next
}

/** The edits without one of them. */
export function withoutEdit(stored: Values, edits: Edits, name: PropertyName): Edits {
  const others: Edits = Object.fromEntries(Object.entries(edits).filter(([each]) => each !== name))
  if (name !== 'mail' || others.proxyAddresses === undefined) return others
  const addresses = withMail(stored, asList(others.proxyAddresses), stored.mail)
  return { ...others, proxyAddresses: addresses }
}

/** The edits in what was kept of a draft, which may be of another version of Roster. */
export function editsIn(changes: Readonly<Record<string, unknown>>): Edits {
  return Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => isPropertyName(name) && isRaw(value)),
  )
}

/** The value as it would be stored; undefined when it breaks a rule. */
function cleaned(name: PropertyName, raw: Raw): unknown {
  const checked = checkValue(name, raw)
  return 'value' in checked ? checked.value : undefined
}

function addressesInStep(stored: Values, edits: Edits): Edits {
  const before = {
    mail: asText(stored.mail) || null,
    proxyAddresses: [...asList(stored.proxyAddresses)],
  }
  if (edits.mail !== undefined && edits.proxyAddresses === undefined) {
    const mail = cleaned('mail', edits.mail)
    return typeof mail === 'string' || mail === null ? mailInStep(before, { mail }) : {}
  }
  if (edits.proxyAddresses !== undefined && edits.mail === undefined)
    return mailInStep(before, { proxyAddresses: [...asList(edits.proxyAddresses)] })
  return {}
}

/** An email that is still being typed replaces the one typed before; only the stored one is kept. */
function withMail(stored: Values, addresses: readonly string[], raw: Raw): readonly string[] {
  const mail = cleaned('mail', raw)
  if (typeof mail !== 'string' && mail !== null) return addresses
  const typedBefore = addresses.filter(
    (address) => isPrimary(address) && withoutPrefix(address) !== stored.mail,
  )
  return withPrimary(
    addresses.filter((address) => !typedBefore.includes(address)),
    mail,
  )
}
