import { isUnread, type UnreadUser } from '../../shared/directory/listed-user.ts'
import type { User } from '../../shared/directory/user.ts'
import { IdsByKey } from './ids-by-key.ts'
import { SlotSet } from './slot-set.ts'

/**
 * Gives each user a small number, the slot, by which everything else about them is kept in arrays. A user
 * who is not read yet is read when somebody looks at one.
 */
export class UserSlots {
  readonly #users: (User | UnreadUser | undefined)[] = []
  /** Beside the users, because a list of ids is what every answer is made of. */
  readonly #ids: string[] = []
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  /** Of those who have been looked at. */
  readonly #reports = new IdsByKey()
  readonly #unseen = new Set<number>()
  readonly living = new SlotSet()
  readonly deleted = new SlotSet()

  /** How many users there are, deleted ones included. */
  get size(): number {
    return this.#slots.size
  }

  has(slot: number): boolean {
    return this.#users[slot] !== undefined
  }

  at(slot: number): User | undefined {
    const user = this.#users[slot]
    return user && isUnread(user) ? this.#read(slot, user) : user
  }

  /** The same for a moment: a user who is not read yet is not kept. */
  glimpse(slot: number): User | undefined {
    const user = this.#users[slot]
    if (!user || !isUnread(user)) return user
    const glimpse = user.glimpse()
    if (this.#unseen.delete(slot)) this.#joinManager(glimpse)
    return glimpse
  }

  /** Reads everybody who is not read yet, one a step. */
  *reading(): Generator<void, void> {
    for (let slot = 0; slot < this.#users.length; slot += 1) {
      this.at(slot)
      yield
    }
  }

  idOf(slot: number): string {
    return this.#ids[slot] ?? ''
  }

  nameOf(slot: number): string {
    return this.#users[slot]?.displayName ?? ''
  }

  /** The ids of the users in these slots. */
  idsOf(slots: ArrayLike<number>): string[] {
    const ids = new Array<string>(slots.length)
    for (let index = 0; index < slots.length; index++)
      ids[index] = this.#ids[slots[index] ?? 0] ?? ''
    return ids
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id)
  }

  user(id: string): User | undefined {
    const slot = this.#slots.get(id)
    return slot === undefined ? undefined : this.at(slot)
  }

  everyone(): SlotSet {
    return this.living.or(this.deleted)
  }

  /** How a user's manager is shown; empty when there is none. */
  managerNameOf({ managerId }: User): string {
    const slot = managerId === null ? undefined : this.#slots.get(managerId)
    return slot === undefined ? '' : this.nameOf(slot)
  }

  /** The ids of all who report to a user, deleted ones included. */
  reportsOf(id: string): readonly string[] {
    for (const slot of this.#unseen) this.glimpse(slot)
    return this.#reports.of(id)
  }

  /** Adds a user, or takes over how they are now. */
  put(user: User | UnreadUser) {
    const known = this.#slots.get(user.id)
    if (known !== undefined) this.#leaveManager(known)
    const slot = known ?? this.#free.pop() ?? this.#users.length
    this.#users[slot] = user
    this.#ids[slot] = user.id
    if (known === undefined) this.#slots.set(user.id, slot)
    if (isUnread(user)) this.#unseen.add(slot)
    else this.#joinManager(user)
    this.living.delete(slot)
    this.deleted.delete(slot)
    const list = user.deletedDateTime === null ? this.living : this.deleted
    list.add(slot)
  }

  remove(id: string) {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#leaveManager(slot)
    this.#users[slot] = undefined
    this.#ids[slot] = ''
    this.#slots.delete(id)
    this.#free.push(slot)
    this.living.delete(slot)
    this.deleted.delete(slot)
  }

  #read(slot: number, unread: UnreadUser): User {
    const user = unread.read()
    this.#users[slot] = user
    if (this.#unseen.delete(slot)) this.#joinManager(user)
    return user
  }

  #joinManager({ id, managerId }: User) {
    if (managerId !== null) this.#reports.add(managerId, id)
  }

  #leaveManager(slot: number) {
    const user = this.at(slot)
    if (user?.managerId) this.#reports.delete(user.managerId, user.id)
  }
}
