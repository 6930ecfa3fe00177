import type { User } from '../../shared/directory/user.ts'
import { IdsByKey } from './ids-by-key.ts'
import { SlotSet } from './slot-set.ts'

/** Gives each user a small number, the slot, by which everything else about them is kept in arrays. */
export class UserSlots {
  readonly #users: (User | undefined)[] = []
  /** Beside the users, because a list of ids is what every answer is made of. */
  readonly #ids: string[] = []
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  readonly #reports = new IdsByKey()
  readonly living = new SlotSet()
  readonly deleted = new SlotSet()

  /** How many users there are, deleted ones included. */
  get size(): number {
    return this.#slots.size
  }

  at(slot: number): User | undefined {
    return this.#users[slot]
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
    return slot === undefined ? undefined : this.#users[slot]
  }

  everyone(): SlotSet {
    return this.living.or(this.deleted)
  }

  /** How a user's manager is shown; empty when there is none. */
  managerNameOf({ managerId }: User): string {
    return managerId === null ? '' : (this.user(managerId)?.displayName ?? '')
  }

  /** The ids of all who report to a user, deleted ones included. */
  reportsOf(id: string): readonly string[] {
    return this.#reports.of(id)
  }

  /** Adds a user, or takes over how they are now. */
  put(user: User) {
    const known = this.#slots.get(user.id)
    if (known !== undefined) this.#leaveManager(user.id)
    const slot = known ?? this.#free.pop() ?? this.#users.length
    this.#users[slot] = user
    this.#ids[slot] = user.id
    if (known === undefined) this.#slots.set(user.id, slot)
    if (user.managerId !== null) this.#reports.add(user.managerId, user.id)
    this.living.delete(slot)
    this.deleted.delete(slot)
    const list = user.deletedDateTime === null ? this.living : this.deleted
    list.add(slot)
  }

  remove(id: string) {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#leaveManager(id)
    this.#users[slot] = undefined
    this.#ids[slot] = ''
    this.#slots.delete(id)
    this.#free.push(slot)
    this.living.delete(slot)
    this.deleted.delete(slot)
  }

  #leaveManager(id: string) {
    const managerId = this.user(id)?.managerId
    if (managerId) this.#reports.delete(managerId, id)
  }
}
