import type { Sort } from '../../shared/contract/query.ts'
import { atOnce } from '../slices.ts'
import { ordering } from './order-by.ts'
import { RecentlyUsed } from './recently-used.ts'
import { type CompareSlots, SortOrder } from './sort-order.ts'
import { compareByKey, compareTextsOf, sortTextOf } from './sort-text.ts'
import type { UserSlots } from './user-slots.ts'

const byName: Sort = { property: 'displayName', direction: 'asc' }

/** The orders of all users that lists have asked for lately. Ties go by display name, then by id. */
export class SortOrders {
  readonly #slots: UserSlots
  readonly #orders = new RecentlyUsed<SortOrder>(8)
  #touches = 0

  constructor(slots: UserSlots) {
    this.#slots = slots
  }

  /** All slots in the order of a sort. */
  of(sort: readonly Sort[]): Uint32Array {
    const order = this.#orders.get(
      JSON.stringify(sort),
      () => new SortOrder(atOnce(this.#building(sort)), this.#compare(sort)),
    )
    return order.read((slot) => this.#slots.has(slot))
  }

  /** Makes an order in steps, unless it is there. Without a sort it is the one that lists begin with. */
  *making(sort: readonly Sort[] = []): Generator<void, void> {
    const key = JSON.stringify(sort)
    if (this.#orders.has(key)) return
    if (sort.length > 0) yield* this.making()
    const touches = this.#touches
    const slots = yield* this.#building(sort)
    // Who changed meanwhile may stand in a wrong place.
    if (touches === this.#touches)
      this.#orders.get(key, () => new SortOrder(slots, this.#compare(sort)))
  }

  /** Takes note that these users changed. When most did, starting afresh is cheaper. */
  touch(slots: ReadonlySet<number>) {
    this.#touches += 1
    if (slots.size > this.#slots.size / 4) this.#orders.clear()
    for (const order of this.#orders.values()) for (const slot of slots) order.touch(slot)
  }

  *#building(sort: readonly Sort[]): Generator<void, Uint32Array> {
    if (sort.length === 0) return yield* this.#byName()
    let slots = this.of([])
    for (const key of sort.toReversed()) slots = yield* this.#orderedBy(slots, key)
    return slots
  }

  #orderedBy(
    slots: Uint32Array,
    { property, direction }: Sort,
    sortTied?: (tied: Uint32Array) => void,
  ) {
    return ordering(slots, this.#textOf(property), compareTextsOf(property), direction, sortTied)
  }

  /** Only those who share a name are put in the order of their ids: sorting all ids would cost more. */
  #byName(): Generator<void, Uint32Array> {
    return this.#orderedBy(this.#slots.everyone().slots(), byName, (tied) => {
      tied.sort((one, other) => (this.#slots.idOf(one) < this.#slots.idOf(other) ? -1 : 1))
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
      return this.#slots.idOf(one) < this.#slots.idOf(other) ? -1 : 1
    }
  }

  #textOf(property: Sort['property']) {
    if (property === 'displayName') return (slot: number) => this.#slots.nameOf(slot)
    return (slot: number) => {
      const user = this.#slots.at(slot)
      return user ? sortTextOf(property, user, this.#slots.managerNameOf(user)) : ''
    }
  }
}
