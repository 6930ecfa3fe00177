import type { PropertyName, UserValues } from '../fields/catalogue.ts'
import { propertyNames, propertyOf } from '../fields/catalogue.ts'
import { primaryOf, withoutPrefix } from '../fields/rules/proxy-addresses.ts'
import { splitUserPrincipalName } from '../fields/rules/user-principal-name.ts'
import { isEmpty } from '../fields/values.ts'
import type { Problem } from '../text/message.ts'

/** A user as the rules about others see them. */
export type Neighbour = {
  readonly id: string
  readonly displayName: string
  readonly managerId: string | null
  readonly deleted: boolean
}

/** The rest of the directory, as far as the rules of one user need it. Names compare without case. */
export interface Neighbours {
  readonly domains: readonly string[]
  user(id: string): Neighbour | undefined
  ownerOfUserName(userPrincipalName: string): Neighbour | undefined
  ownerOfNickname(mailNickname: string): Neighbour | undefined
  /** Whose mail or proxy address this is; `address` has no prefix. */
  ownerOfAddress(address: string): Neighbour | undefined
}

type Found = Partial<Record<PropertyName, Problem>>

/**
 * The rules of a user that need the rest of the user or of the directory. `values` are the user's values
 * as they would be; only problems of the properties in `touched` are answered, so that an old fault
 * elsewhere does not stand in the way of a save.
 */
export function checkUser(
  id: string,
  values: UserValues,
  touched: ReadonlySet<string>,
  neighbours: Neighbours,
  before?: UserValues,
): Found {
  const found: Found = {
    ...checkKept(values, touched, before),
    ...(touched.has('userPrincipalName') ? checkUserName(id, values, neighbours) : {}),
    ...(touched.has('mail') || touched.has('proxyAddresses')
      ? checkAddresses(id, values, neighbours)
      : {}),
    ...(touched.has('managerId') ? checkManager(id, values, neighbours) : {}),
    ...(touched.has('mailNickname') ? checkNickname(id, values, neighbours) : {}),
  }
  return Object.fromEntries(Object.entries(found).filter(([name]) => touched.has(name)))
}

function checkKept(
  values: UserValues,
  touched: ReadonlySet<string>,
  before: UserValues | undefined,
): Found {
  if (!before) return {}
  const cleared = keeping.filter(
    (name) => touched.has(name) && isEmpty(values[name]) && !isEmpty(before[name]),
  )
  return Object.fromEntries(cleared.map((name) => [name, { rule: 'notClearable' }]))
}

/** What cannot be cleared once it is set. */
const keeping = propertyNames.filter((name) => propertyOf(name).keepsValue)

function checkNickname(
  id: string,
  { mailNickname }: UserValues,
  { ownerOfNickname }: Neighbours,
): Found {
  const owner = ownerOfNickname(mailNickname)
  return owner && owner.id !== id ? { mailNickname: taken(mailNickname, owner) } : {}
}

function checkUserName(
  id: string,
  { userPrincipalName }: UserValues,
  { domains, ownerOfUserName }: Neighbours,
): Found {
  const { domain } = splitUserPrincipalName(userPrincipalName)
  if (!domains.some((known) => known.toLowerCase() === domain.toLowerCase()))
    return {
      userPrincipalName: {
        rule: 'domainUnknown',
        values: { domain, domains: domains.join(', ') },
      },
    }
  const owner = ownerOfUserName(userPrincipalName)
  return owner && owner.id !== id ? { userPrincipalName: taken(userPrincipalName, owner) } : {}
}

function checkAddresses(
  id: string,
  { mail, proxyAddresses }: UserValues,
  { ownerOfAddress }: Neighbours,
): Found {
  const primary = primaryOf(proxyAddresses)
  const primaryMail = primary ? withoutPrefix(primary) : null
  if (primaryMail !== mail)
    return {
      proxyAddresses: {
        rule: 'proxyNotMail',
        values: { primary: primaryMail ?? '—', mail: mail ?? '—' },
      },
    }
  const found: Found = {}
  for (const address of proxyAddresses) {
    const bare = withoutPrefix(address)
    const owner = ownerOfAddress(bare)
    if (!owner || owner.id === id) continue
    if (bare === mail) found.mail = taken(bare, owner)
    found.proxyAddresses = taken(bare, owner)
  }
  return found
}

function checkManager(
  id: string,
  { managerId, displayName }: UserValues,
  { user }: Neighbours,
): Found {
  if (managerId === null) return {}
  if (managerId === id) return { managerId: { rule: 'managerSelf' } }
  const manager = user(managerId)
  if (!manager || manager.deleted) return { managerId: { rule: 'managerGone' } }
  const cycle = reportsTo(manager, id, user)
  return cycle
    ? {
        managerId: {
          rule: 'managerCycle',
          values: { manager: manager.displayName, user: displayName },
        },
      }
    : {}
}

/** Whether `superior` stands above `person`, over any length. */
export function reportsTo(
  person: Neighbour,
  superior: string,
  userOf: (id: string) => Neighbour | undefined,
): boolean {
  const seen = new Set<string>()
  for (let each: Neighbour | undefined = person; each; each = userOf(each.managerId ?? '')) {
    if (each.managerId === superior) return true
    if (seen.has(each.id)) return false
    seen.add(each.id)
  }
  return false
}

const taken = (value: string, owner: Neighbour): Problem => ({
  rule: owner.deleted ? 'takenByDeleted' : 'taken',
  values: { value, owner: owner.displayName },
})
