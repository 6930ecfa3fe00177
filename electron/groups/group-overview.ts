import type { Directory } from '../../shared/directory/directory.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import type { UserSlots } from '../search/user-slots.ts'
import { DynamicGroups } from './dynamic-groups.ts'
import { GroupList } from './group-list.ts'
import { GroupLookup } from './group-lookup.ts'
import { GroupMembers } from './group-members.ts'

/** What follows from the groups of a directory, kept beside it. */
export class GroupOverview {
  readonly lookup: GroupLookup
  readonly dynamic: DynamicGroups
  readonly members: GroupMembers
  readonly list: GroupList

  /** `slots` are those of the users' index, which must take a transaction over before this does. */
  constructor({ tables }: Directory, slots: UserSlots, now: () => number) {
    this.lookup = new GroupLookup(tables.group)
    this.dynamic = new DynamicGroups(tables.group.values(), slots, now)
    this.members = new GroupMembers(tables.group, slots, this.lookup, this.dynamic)
    this.list = new GroupList(tables.group, (group) => {
      const { users, groups } = this.members.counts(group)
      return users + groups
    })
  }

  /** Reads what a first look-up would otherwise have to wait for. Rules wait until somebody asks. */
  warmingUp(): Generator<unknown, void> {
    return this.lookup.warmingUp()
  }

  /** Takes over what `transaction` changed; `directory` is the one after it. */
  apply(transaction: Transaction, directory: Directory) {
    this.lookup.apply(transaction, directory)
    this.dynamic.apply(transaction, directory)
    if (transaction.changes.some(isPresence)) this.members.presenceChanged()
    this.list.changed()
  }
}

/** Whether a user or a group came, went, or came back. */
const isPresence = ({ before, after }: Transaction['changes'][number]) =>
  before === null || after === null || 'deletedDateTime' in after
