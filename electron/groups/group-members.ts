import type { Group } from '../../shared/directory/group.ts'
import type { Table } from '../../shared/directory/table.ts'
import { SlotSet } from '../search/slot-set.ts'
import type { UserSlots } from '../search/user-slots.ts'
import type { DynamicGroups } from './dynamic-groups.ts'
import type { GroupLookup } from './group-lookup.ts'
import { groupsWithin, type Reached } from './group-paths.ts'

export type MemberCounts = { readonly users: number; readonly groups: number }

/** The users of a group within another one, and the ids of the groups that lead to it, it included. */
export type UsersOfGroup = { readonly through: readonly string[]; readonly users: SlotSet }

/** The users of several groups together. */
export function together(groups: readonly UsersOfGroup[]): SlotSet {
  const all = new SlotSet()
  for (const { users } of groups) all.addAll(users)
  return all
}

type Counted = {
  readonly counts: MemberCounts
  /** What they were counted from. */
  readonly memberIds: readonly string[]
  readonly presence: number
}

/** Who is in a group. Deleted users and groups are in none, and back in theirs when they are restored. */
export class GroupMembers {
  readonly #groups: Table<Group>
  readonly #slots: UserSlots
  readonly #lookup: GroupLookup
  readonly #dynamic: DynamicGroups
  readonly #counted = new Map<string, Counted>()
  /** Grows whenever a user or a group came, went, or came back. */
  #presence = 0

  constructor(groups: Table<Group>, slots: UserSlots, lookup: GroupLookup, dynamic: DynamicGroups) {
    this.#groups = groups
    this.#slots = slots
    this.#lookup = lookup
    this.#dynamic = dynamic
  }

  presenceChanged() {
    this.#presence += 1
  }

  /** The users who are members themselves. Dynamic groups must be ready. */
  usersIn({ id, membership, memberIds }: Group): SlotSet {
    if (membership === 'dynamic') return this.#dynamic.usersIn(id)
    const users = new SlotSet()
    for (const member of memberIds) {
      const slot = this.#slots.slotOf(member)
      if (slot !== undefined) users.add(slot)
    }
    return users.and(this.#slots.living)
  }

  /** The groups in a group, directly and through others. */
  groupsIn = ({ id }: Group): readonly Reached[] => groupsWithin(this.#lookup, this.#groups, id)

  /** The users in a group, and in each group within it; the nearest groups come first. */
  usersByGroup(group: Group): readonly UsersOfGroup[] {
    const inner = this.groupsIn(group).flatMap(({ id, via }) => {
      const reached = this.#groups.get(id)
      return reached ? [{ through: [...via, id], users: this.usersIn(reached) }] : []
    })
    return [{ through: [], users: this.usersIn(group) }, ...inner]
  }

  /** The members themselves, counted. Dynamic groups must be ready. */
  counts(group: Group): MemberCounts {
    const { id, membership, memberIds } = group
    if (membership === 'dynamic') return { users: this.#dynamic.usersIn(id).size, groups: 0 }
    const known = this.#counted.get(id)
    if (known?.memberIds === memberIds && known.presence === this.#presence) return known.counts
    const groups = this.groupsIn(group).filter(({ via }) => via.length === 0).length
    const counts = { users: this.#countUsers(memberIds), groups }
    this.#counted.set(id, { counts, memberIds, presence: this.#presence })
    return counts
  }

  #countUsers(memberIds: readonly string[]): number {
    let users = 0
    for (const member of memberIds) {
      const slot = this.#slots.slotOf(member)
      if (slot !== undefined && this.#slots.living.has(slot)) users += 1
    }
    return users
  }
}
