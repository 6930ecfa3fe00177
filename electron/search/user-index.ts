import type { Filter, Listed, UserQuery } from '../../shared/contract/query.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { inSlices } from '../slices.ts'
import { matchesFilter, wantedBy } from './matches-filter.ts'
import { type ParsedQuery, parseQuery } from './parse-query.ts'
import type { Condition } from './property-condition.ts'
import { RecentlyUsed } from './recently-used.ts'
import type { SlotSet } from './slot-set.ts'
import { SortOrders } from './sort-orders.ts'
import { TextIndex } from './text-index.ts'
import { touchedUsers } from './touched-users.ts'
import { UserSlots } from './user-slots.ts'
import { type CountedValue, ValueCounts } from './value-counts.ts'

export type FoundUsers = {
  /** All users of the list, before search and filters. */
  readonly total: number
  readonly matching: number
  /** All that match, in order. */
  readonly ids: readonly string[]
  /** Nothing matched as typed; these match when one typing error a word is allowed. */
  readonly approximate: boolean
}

/** Answers the lists of users: what matches a search and filters, in which order. All in memory. */
export class UserIndex {
  readonly #slots = new UserSlots()
  #texts = new TextIndex(this.#slots)
  readonly #orders = new SortOrders(this.#slots)
  readonly #counts = new ValueCounts()
  readonly #answers = new RecentlyUsed<FoundUsers>(8)

  constructor(users: Iterable<User>) {
    for (const user of users) this.#slots.put(user)
    this.#texts = new TextIndex(this.#slots)
  }

  /** Takes over what `transaction` changed; `directory` is the one after it. */
  apply(transaction: Transaction, { tables }: Directory) {
    const touched = new Set<number>()
    for (const id of touchedUsers(transaction))
      for (const slot of this.#replace(id, tables.user.get(id))) touched.add(slot)
    for (const slot of touched) this.#texts.update(slot)
    this.#orders.touch(touched)
    this.#answers.clear()
  }

  /** The same as the constructor, in slices. */
  static async inSlices(users: Iterable<User>): Promise<UserIndex> {
    const index = new UserIndex([])
    for await (const user of inSlices(users)) index.#slots.put(user)
    index.#texts = new TextIndex(index.#slots)
    return index
  }

  /** Reads what a first search would otherwise have to wait for. */
  async warmUp(): Promise<void> {
    for await (const _user of inSlices(this.#texts.read()));
    this.#orders.of([])
  }

  /** The answer is kept until the next transaction, so that reading on in a list costs nothing. */
  query({ search, filters, sort, deleted }: UserQuery): FoundUsers {
    const key = JSON.stringify([search, filters, sort, deleted])
    return this.#answers.get(key, () => this.#answer({ search, filters, sort, deleted }))
  }

  /** The values that living users have, most used first. People are no values: a manager is none. */
  values(property: Listed, search: string, limit: number): readonly CountedValue[] {
    if (property === 'managerId') return []
    return this.#counts.most(property, search, limit, () => this.#livingUsers())
  }

  /** Answers the slots of all whose texts or places in a list change with this user. */
  #replace(id: string, after: User | undefined): readonly number[] {
    const before = this.#slots.user(id)
    const left = this.#slots.slotOf(id)
    if (after) this.#slots.put(after)
    else this.#slots.remove(id)
    this.#counts.change(before, after)
    const taken = this.#slots.slotOf(id)
    const renamed = before?.displayName !== after?.displayName
    return [left, taken, ...(renamed ? this.#slots.reportsOf(id) : [])].filter(
      (slot) => slot !== undefined,
    )
  }

  #answer({ search, filters, sort, deleted }: UserQuery): FoundUsers {
    const everyone = deleted ? this.#slots.deleted : this.#slots.living
    const { terms, conditions } = withFilters(parseQuery(search), filters)
    const exact = this.#meeting(conditions, this.#texts.find(terms, everyone))
    const tryNearly = terms.length > 0 && exact.empty
    const found = tryNearly
      ? this.#meeting(conditions, this.#texts.findNearly(terms, everyone))
      : exact
    const approximate = tryNearly && !found.empty
    const inOrder = found.inOrder(this.#orders.of(sort))
    const ranked = sort.length === 0 && terms.length > 0
    const slots = ranked ? this.#texts.byRank(terms, inOrder, approximate) : inOrder
    const ids = this.#slots.idsOf(slots)
    return { total: everyone.size, matching: ids.length, ids, approximate }
  }

  #meeting(conditions: readonly Condition[], slots: SlotSet): SlotSet {
    return conditions.reduce((left, { anyOf, negated }) => {
      const met = anyOf
        .map((filter) => this.#matching(filter, left))
        .reduce((found, more) => found.or(more))
      return negated ? left.without(met) : met
    }, slots)
  }

  #matching(filter: Filter, slots: SlotSet): SlotSet {
    const matches = matchesFilter(filter, (user) => this.#slots.managerNameOf(user))
    const possible = searchableWords(filter)
      ?.map((word) => this.#texts.holding(word, slots))
      .reduce((found, more) => found.or(more))
    return (possible ?? slots).filter((slot) => {
      const user = this.#slots.at(slot)
      return user !== undefined && matches(user)
    })
  }

  *#livingUsers(): Iterable<User> {
    for (const slot of this.#slots.living.slots()) {
      const user = this.#slots.at(slot)
      if (user) yield user
    }
  }
}

const withFilters = ({ terms, conditions }: ParsedQuery, filters: readonly Filter[]) => ({
  terms,
  conditions: [...filters.map((filter) => ({ anyOf: [filter], negated: false })), ...conditions],
})

const notInText: ReadonlySet<Listed> = new Set<Listed>([
  'accountEnabled',
  'createdDateTime',
  'lastModifiedDateTime',
  'deletedDateTime',
  'lastPasswordChangeDateTime',
])

/** Words of which the text of every user who matches holds one: looking for these is quicker. */
function searchableWords(filter: Filter): readonly string[] | undefined {
  const { property, operator } = filter
  const comparesText =
    operator === 'contains' ||
    operator === 'startsWith' ||
    (operator === 'is' && property !== 'managerId')
  const words = wantedBy(filter)
  const few = words.length > 0 && words.length <= 20
  return comparesText && !notInText.has(property) && few && !words.includes('') ? words : undefined
}
