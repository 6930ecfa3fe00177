import type { Neighbour, Neighbours } from '../../shared/directory/check-user.ts'
import { type Directory, organizationOf } from '../../shared/directory/directory.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { withoutPrefix } from '../../shared/fields/rules/proxy-addresses.ts'
import type { UserLookup } from '../search/user-lookup.ts'

/** The directory as the rules of one user see it. */
export function neighboursIn(directory: Directory, lookup: UserLookup): Neighbours {
  const user = (id: string) => asNeighbour(directory.tables.user.get(id))
  const owner = (id: string | undefined) => (id === undefined ? undefined : user(id))
  return {
    domains: organizationOf(directory).domains,
    user,
    ownerOfUserName: (name) => owner(lookup.byUserPrincipalName(name)),
    ownerOfNickname: (name) => owner(lookup.byMailNickname(name)),
    ownerOfAddress: (address) => owner(lookup.byAddress(address)),
  }
}

/**
 * The directory as it will be when the users claimed so far are in it. Several users of one import or
 * one bulk change are then checked against each other too.
 */
export class ClaimedNeighbours implements Neighbours {
  domains: readonly string[]
  readonly #rest: Neighbours
  readonly #users = new Map<string, User>()
  readonly #names = new Map<string, string>()
  readonly #nicknames = new Map<string, string>()
  readonly #addresses = new Map<string, string>()

  constructor(rest: Neighbours) {
    this.#rest = rest
    this.domains = rest.domains
  }

  claim(user: User) {
    this.#users.set(user.id, user)
    this.#names.set(user.userPrincipalName.toLowerCase(), user.id)
    this.#nicknames.set(user.mailNickname.toLowerCase(), user.id)
    for (const address of user.proxyAddresses)
      this.#addresses.set(withoutPrefix(address).toLowerCase(), user.id)
  }

  user = (id: string) => asNeighbour(this.#users.get(id)) ?? this.#rest.user(id)

  ownerOfUserName = (name: string) =>
    this.#owner(this.#names.get(name.toLowerCase()), this.#rest.ownerOfUserName(name), (user) =>
      same(user.userPrincipalName, name),
    )

  ownerOfNickname = (name: string) =>
    this.#owner(this.#nicknames.get(name.toLowerCase()), this.#rest.ownerOfNickname(name), (user) =>
      same(user.mailNickname, name),
    )

  ownerOfAddress = (address: string) =>
    this.#owner(
      this.#addresses.get(address.toLowerCase()),
      this.#rest.ownerOfAddress(address),
      (user) => user.proxyAddresses.some((each) => same(withoutPrefix(each), address)),
    )

  /** A stored owner counts as long as no claim has taken the value away from them. */
  #owner(
    claimed: string | undefined,
    stored: Neighbour | undefined,
    keeps: (user: User) => boolean,
  ) {
    const changed = stored && this.#users.get(stored.id)
    if (stored && (!changed || keeps(changed))) return stored
    const claimant = claimed === undefined ? undefined : this.#users.get(claimed)
    return claimant && keeps(claimant) ? asNeighbour(claimant) : undefined
  }
}

/** What the rules of one user ask of the others. */
const seenByOthers = [
  'displayName',
  'userPrincipalName',
  'mailNickname',
  'proxyAddresses',
  'managerId',
] as const satisfies readonly PropertyName[]

/** Whether a change of a user alters what the rules of other users ask. */
export const isSeenByOthers = ({ before, after }: Change) =>
  before === null || after === null || seenByOthers.some((name) => name in after)

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

export function asNeighbour(user: User | undefined): Neighbour | undefined {
  if (!user) return undefined
  const { id, displayName, managerId, deletedDateTime } = user
  return { id, displayName, managerId, deleted: deletedDateTime !== null }
}
