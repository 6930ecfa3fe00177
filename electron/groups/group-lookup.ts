import type { Directory } from '../../shared/directory/directory.ts'
import type { Group } from '../../shared/directory/group.ts'
import type { Table } from '../../shared/directory/table.ts'
import type { Change, Transaction } from '../../shared/directory/transaction.ts'
import { IdsByKey } from '../search/ids-by-key.ts'

/** Finds groups by what is unique to them and by who is in them: lists as they are kept, deleted ones too. */
export class GroupLookup {
  readonly #groups = new Map<string, Group>()
  readonly #nicknames = new IdsByKey()
  readonly #groupsOf = new IdsByKey()
  readonly #ownedBy = new IdsByKey()
  readonly #groupsIn = new IdsByKey()
  readonly #table: Table<Group>
  #unread: Iterator<Group> | null

  /** The groups are read when somebody first looks one up: a list of users is shown before that. */
  constructor(groups: Table<Group>) {
    this.#table = groups
    this.#unread = groups.values()
  }

  /** Reads what a first look-up would otherwise have to wait for. */
  *warmingUp(): Generator<unknown, void> {
    yield* this.#read()
  }

  /** Takes over what `transaction` changed; `directory` is the one after it. */
  apply({ changes }: Transaction, { tables }: Directory) {
    if (this.#unread && this.#groups.size === 0) return
    this.#readOn()
    for (const change of changes)
      if (change.kind === 'group') this.#applyChange(change, tables.group)
  }

  byMailNickname(nickname: string): string | undefined {
    this.#readOn()
    return this.#nicknames.first(nickname.toLowerCase())
  }

  /** The groups that have this user or group among their members, each by itself. */
  groupsOf(memberId: string): readonly string[] {
    this.#readOn()
    return this.#groupsOf.of(memberId)
  }

  /** The groups that are members of a group. */
  groupsIn(groupId: string): readonly string[] {
    this.#readOn()
    return this.#groupsIn.of(groupId)
  }

  ownedBy(userId: string): readonly string[] {
    this.#readOn()
    return this.#ownedBy.of(userId)
  }

  *#read(): Generator<void> {
    for (let next = this.#unread?.next(); next && !next.done; next = this.#unread?.next()) {
      this.#learn(next.value, this.#table)
      yield
    }
    this.#unread = null
  }

  #readOn() {
    if (this.#unread) for (const _group of this.#read());
  }

  #applyChange({ id, before, after, lists = {} }: Change, groups: Table<Group>) {
    const known = this.#groups.get(id)
    const group = groups.get(id)
    const listed = after !== null && ('memberIds' in after || 'ownerIds' in after)
    if (before === null || after === null || listed || !known || !group) {
      if (known) this.#forget(known)
      if (group) this.#learn(group, groups)
      return
    }
    this.#nicknames.delete(known.mailNickname.toLowerCase(), id)
    this.#nicknames.add(group.mailNickname.toLowerCase(), id)
    this.#groups.set(id, group)
    const { memberIds, ownerIds } = lists
    for (const member of memberIds?.removed ?? []) this.#leave(id, member)
    for (const member of memberIds?.added ?? []) this.#join(id, member, groups)
    for (const owner of ownerIds?.removed ?? []) this.#ownedBy.delete(owner, id)
    for (const owner of ownerIds?.added ?? []) this.#ownedBy.add(owner, id)
  }

  #learn(group: Group, groups: Table<Group>) {
    const { id, mailNickname, ownerIds, memberIds } = group
    this.#groups.set(id, group)
    this.#nicknames.add(mailNickname.toLowerCase(), id)
    for (const owner of ownerIds) this.#ownedBy.add(owner, id)
    for (const member of memberIds) this.#join(id, member, groups)
  }

  #forget({ id, mailNickname, ownerIds, memberIds }: Group) {
    this.#groups.delete(id)
    this.#nicknames.delete(mailNickname.toLowerCase(), id)
    for (const owner of ownerIds) this.#ownedBy.delete(owner, id)
    for (const member of memberIds) this.#leave(id, member)
  }

  #join(id: string, member: string, groups: Table<Group>) {
    this.#groupsOf.add(member, id)
    if (groups.has(member)) this.#groupsIn.add(id, member)
  }

  #leave(id: string, member: string) {
    this.#groupsOf.delete(member, id)
    this.#groupsIn.delete(id, member)
  }
}
