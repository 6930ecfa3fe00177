import type { Problem } from '../../text/message.ts'

export const userPrincipalNameLimits = { whole: 113, local: 64, domain: 48 } as const

const foreignCharacter = /[^A-Za-z0-9'._!#^~-]/u
const domainName =
  /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/

/** A user name taken apart at its @. */
export function splitUserPrincipalName(value: string): { local: string; domain: string } {
  const at = value.lastIndexOf('@')
  return at < 0
    ? { local: value, domain: '' }
    : { local: value.slice(0, at), domain: value.slice(at + 1) }
}

/** Microsoft Entra's rule for user principal names (concept-sspr-policy, "UserPrincipalName policies"). */
export function checkUserPrincipalName(value: string): Problem | undefined {
  const { local, domain } = splitUserPrincipalName(value)
  if (!local || !domain || local.includes('@')) return { rule: 'userNameNoDomain' }
  const foreign = foreignCharacter.exec(local)
  if (foreign) return { rule: 'userNameCharacter', values: { character: foreign[0] } }
  if (local.endsWith('.')) return { rule: 'userNameDotBeforeAt' }
  return (
    tooLong('before the @', local, userPrincipalNameLimits.local) ??
    checkDomainName(domain) ??
    tooLong('in all', value, userPrincipalNameLimits.whole)
  )
}

/** A domain as it may stand behind the @ of a user name. */
export function checkDomainName(domain: string): Problem | undefined {
  if (!domainName.test(domain)) return { rule: 'domainInvalid', values: { domain } }
  return tooLong('after the @', domain, userPrincipalNameLimits.domain)
}

function tooLong(where: string, text: string, limit: number): Problem | undefined {
  if (text.length <= limit) return undefined
  return {
    rule: 'userNameTooLong',
    values: { where, limit, length: text.length, excess: text.length - limit },
  }
}
