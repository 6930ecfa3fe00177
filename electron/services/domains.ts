import type { Directory } from '../../shared/directory/directory.ts'
import { organizationOf } from '../../shared/directory/directory.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { cleanLine } from '../../shared/fields/rules/clean-text.ts'
import {
  checkDomainName,
  splitUserPrincipalName,
} from '../../shared/fields/rules/user-principal-name.ts'
import type { Problem } from '../../shared/text/message.ts'

/** What is to become of the domains; the primary one is the first. */
export type DomainChange = {
  readonly addDomain?: string | undefined
  readonly removeDomain?: string | undefined
  readonly primaryDomain?: string | undefined
}

/** The domains as they would be, and what is wrong with that. */
export function domainsAfter(
  domains: readonly string[],
  { addDomain, removeDomain, primaryDomain }: DomainChange,
): { readonly domains: string[]; readonly problems: Readonly<Record<string, Problem>> } {
  const problems: Record<string, Problem> = {}
  let after = [...domains]
  const held = (domain: string) => after.find((each) => isSame(each, domain))
  if (addDomain !== undefined) {
    const domain = cleanLine(addDomain)
    const repeated = held(domain) && ({ rule: 'domainHeld', values: { domain } } as const)
    const problem = checkDomainName(domain) ?? repeated
    if (problem) problems.addDomain = problem
    else after = [...after, domain]
  }
  const unknown = (domain: string): Problem => ({
    rule: 'domainUnknown',
    values: { domain, domains: domains.join(', ') },
  })
  if (primaryDomain !== undefined) {
    const primary = held(primaryDomain)
    if (primary) after = [primary, ...after.filter((each) => each !== primary)]
    else problems.primaryDomain = unknown(primaryDomain)
  }
  if (removeDomain !== undefined) {
    const domain = held(removeDomain)
    if (!domain) problems.removeDomain = unknown(removeDomain)
    else if (after.length === 1) problems.removeDomain = { rule: 'domainLast', values: { domain } }
    else after = after.filter((each) => each !== domain)
  }
  return { domains: after, problems }
}

/** Refuses changes after which a user name, a deleted user's too, would end in no domain of the directory. */
export function refuseDomainInUse(directory: Directory, changes: readonly Change[]): void {
  for (const { kind, after } of changes)
    if (kind === 'organization' && Array.isArray(after?.domains))
      refuseGone(directory, changes, after.domains.map(String))
}

function refuseGone(directory: Directory, changes: readonly Change[], domains: readonly string[]) {
  if (directory.tables.organization.size === 0) return
  const gone = organizationOf(directory).domains.filter(
    (domain) => !domains.some((each) => isSame(each, domain)),
  )
  if (gone.length === 0) return
  const changed = new Map(
    changes.flatMap(({ kind, id, after }) => (kind === 'user' ? [[id, after] as const] : [])),
  )
  for (const domain of gone) {
    const users = [...directory.tables.user.values()].filter((user) => {
      const after = changed.get(user.id)
      if (after === null) return false
      return endsIn(domain, String(after?.userPrincipalName ?? user.userPrincipalName))
    })
    const [first] = users
    if (first)
      throw new AppError('conflict', 'domainInUse', {
        values: { domain, name: first.displayName, count: users.length },
      })
  }
}

const endsIn = (domain: string, userPrincipalName: string) =>
  isSame(splitUserPrincipalName(userPrincipalName).domain, domain)

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
