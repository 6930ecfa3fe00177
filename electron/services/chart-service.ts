import type { PlacedPerson } from '../../shared/contract/chart-requests.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Person } from '../../shared/contract/profile.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { User } from '../../shared/directory/user.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { asPerson, livingUserIn } from './profile.ts'
import type { Workspace } from './workspace.ts'

/** Tops that are offered to choose from. */
const mostTops = 50

/** Tells who reports to whom. Deleted users are left out, and so is what would go round in a circle. */
export class ChartService {
  readonly #workspace: Workspace

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  async chart(input: Input<'getOrganizationChart'>): Promise<Output<'getOrganizationChart'>> {
    const { store, lookup } = this.#workspace.current
    const { directory } = store
    const tops = topsOf(directory, lookup)
    const topId = input.topId ?? tops[0]?.id
    if (topId === undefined) return { people: [], total: 0, above: [], tops: [] }
    const top = livingUserIn(directory, topId)
    const tree = treeBelow(top, directory, lookup)
    const people = tree.slice(0, input.limit).map(({ user, below }) => placed(user, below))
    return { people, total: tree.length, above: above(top, directory), tops }
  }
}

type Placed = { readonly user: User; below: number }

/** The person and everybody below, level by level, those of one manager by name. */
function treeBelow(top: User, directory: Directory, lookup: UserLookup): Placed[] {
  const tree: Placed[] = [{ user: top, below: 0 }]
  const places = new Map([[top.id, 0]])
  for (let at = 0; at < tree.length; at += 1) {
    const reports = lookup
      .reportsOf(tree[at]?.user.id ?? '')
      .flatMap((id) => directory.tables.user.get(id) ?? [])
      .filter((user) => !places.has(user.id))
      .sort((one, other) => byName.compare(one.displayName, other.displayName))
    for (const user of reports) {
      places.set(user.id, tree.length)
      tree.push({ user, below: 0 })
    }
  }
  for (let at = tree.length - 1; at > 0; at -= 1) {
    const { user, below } = tree[at] as Placed
    const manager = tree[places.get(user.managerId ?? '') ?? 0] as Placed
    manager.below += below + 1
  }
  return tree
}

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function topsOf(directory: Directory, lookup: UserLookup): PlacedPerson[] {
  const tops: PlacedPerson[] = []
  for (const user of directory.tables.user.values()) {
    if (user.deletedDateTime !== null || isBelowSomebody(user, directory)) continue
    if (lookup.reportsOf(user.id).length === 0) continue
    const [top] = treeBelow(user, directory, lookup)
    tops.push(placed(user, top?.below ?? 0))
  }
  return tops.sort((one, other) => other.below - one.below).slice(0, mostTops)
}

/** A manager who has been deleted manages nobody. */
function isBelowSomebody({ managerId }: User, directory: Directory): boolean {
  const manager = managerId === null ? undefined : directory.tables.user.get(managerId)
  return manager !== undefined && manager.deletedDateTime === null
}

function above(top: User, directory: Directory): Person[] {
  const chain: Person[] = []
  const seen = new Set([top.id])
  for (let user: User | undefined = top; user && isBelowSomebody(user, directory); ) {
    user = directory.tables.user.get(user.managerId ?? '')
    if (!user || seen.has(user.id)) break
    seen.add(user.id)
    chain.push(asPerson(user))
  }
  return chain
}

const placed = (user: User, below: number): PlacedPerson => ({
  ...asPerson(user),
  managerId: user.managerId,
  below,
})
