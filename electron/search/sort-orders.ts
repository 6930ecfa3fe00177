import type { Sort } from '../../shared/contract/query.ts'
import { orderBy } from './order-by.ts'
import { RecentlyUsed } from './recently-used.ts'
import { type CompareSlots, SortOrder } from './sort-order.ts'
import { compareByKey, compareTextsOf, sortTextOf } from './sort-text.ts'
import type { UserSlots } from './user-slots.ts'

const byName: Sort = { property: 'displayName', direction: 'asc' }

/** The orders of all users that lists have asked for lately. Ties go by display name, then by id. */
export class SortOrders {
  readonly #slots: UserSlots
  readonly #orders = new RecentlyUsed<SortOrder>(8)

  constructor(slots: UserSlots) {
    this.#slots = slots
  }

  /** All slots in the order of a sort. */
  of(sort: readonly Sort[]): Uint32Array {
    const order = this.#orders.get(
      JSON.stringify(sort),
      () => new SortOrder(this.#build(sort), this.#compare(sort)),
    )
    return order.read((slot) => this.#slots.at(slot) !== undefined)
  }

  /** Takes note that these users changed. When most did, starting afresh is cheaper. */
  touch(slots: ReadonlySet<number>) {
    if (slots.size > this.#slots.size / 4) this.#orders.clear()
    for (const order of this.#orders.values()) for (const slot of slots) order.touch(slot)
  }

  #build(sort: readonly Sort[]): Uint32Array {
    if (sort.length === 0) return this.#byName()
    return sort.reduceRight((slots, key) => this.#orderBy(slots, key), this.of([]))
  }

  #orderBy(
    slots: Uint32Array,
    { property, direction }: Sort,
    sortTied?: (tied: Uint32Array) => void,
  ) {
    return orderBy(slots, this.#textOf(property), compareTextsOf(property), direction, sortTied)
  }

  /** Only those who share a name are put in the order of their ids: sorting all ids would cost more. */
  #byName(): Uint32Array {
    return this.#orderBy(this.#slots.everyone().slots(), byName, (tied) => {
      tied.sort((one, other) => (this.#idOf(one) < this.#idOf(other) ? -1 : 1))
    })
  }

  #compare(sort: readonly Sort[]): CompareSlots {
    const keys = [...sort, byName].map((key) => ({
      textOf: this.#textOf(key.property),
      compare: compareByKey(key),
    }))
    return (one, other) => {
      for (const { textOf, compare } of keys) {
        const difference = compare(textOf(one), textOf(other))
        if (difference !== 0) return difference
      }
      return this.#idOf(one) < this.#idOf(other) ? -1 : 1
    }
  }

  #textOf(property: Sort['property']) {
    return (slot: number) => {
      const user = this.#slots.at(slot)
      return user ? sortTextOf(property, user, this.#slots.managerNameOf(user)) : ''
    }
  }

  #idOf(slot: number): string {
    return this.#slots.at(slot)?.id ?? ''
  }
}
