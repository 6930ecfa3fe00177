import type { Problem } from '../../text/message.ts'
import { atMost } from './length.ts'
import { checkMail } from './mail.ts'

// IdFix: white space and < > ( ) ; , [ ] " are invalid in a proxy address.
const foreignCharacter = /[\s<>();,[\]"]/u
const prefix = /^[A-Za-z0-9]+:./
const primaryPrefix = 'SMTP:'

const isMail = (address: string) => /^smtp:/i.test(address)

export const isPrimary = (address: string) => address.startsWith(primaryPrefix)

/** `smtp:ada@contoso.com` → `ada@contoso.com`. */
export const withoutPrefix = (address: string) => address.slice(address.indexOf(':') + 1)

/** An address written without a prefix is a secondary one for mail. */
export function withPrefix(address: string): string {
  const text = address.trim()
  return text === '' || text.includes(':') ? text : `smtp:${text}`
}

export const primaryOf = (addresses: readonly string[]) => addresses.find(isPrimary)

/** One primary SMTP address if there is any SMTP address; each at most 256 characters, none twice. */
export function checkProxyAddresses(addresses: readonly string[]): Problem | undefined {
  const seen = new Set<string>()
  for (const address of addresses) {
    if (!prefix.test(address)) return { rule: 'proxyPrefix', values: { value: address } }
    const foreign = foreignCharacter.exec(address)
    if (foreign) return { rule: 'proxyCharacter', values: { character: foreign[0] } }
    const long = atMost(256)(address)
    if (long) return long
    const key = address.toLowerCase()
    const misspelt = isMail(address) ? checkMail(withoutPrefix(address)) : undefined
    if (misspelt) return misspelt
    if (seen.has(key)) return { rule: 'proxyRepeated', values: { value: address } }
    seen.add(key)
  }
  const count = addresses.filter(isPrimary).length
  const smtp = addresses.some(isMail)
  return count > 1 || (smtp && count === 0)
    ? { rule: 'proxyOnePrimary', values: { count } }
    : undefined
}

/** The addresses with `mail` as their primary one; the former primary stays as a secondary address. */
export function withPrimary(addresses: readonly string[], mail: string | null): string[] {
  if (mail === null) return addresses.filter((address) => !isPrimary(address))
  const others = addresses
    .filter((address) => withoutPrefix(address).toLowerCase() !== mail.toLowerCase())
    .map((address) => (isPrimary(address) ? `smtp:${withoutPrefix(address)}` : address))
  return [`${primaryPrefix}${mail}`, ...others]
}
