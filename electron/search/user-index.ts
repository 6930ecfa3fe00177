import type { Filter, Listed, UserQuery } from '../../shared/contract/query.ts'
import type { Directory, Tables } from '../../shared/directory/directory.ts'
import type { UnreadUser } from '../../shared/directory/listed-user.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { eachInSlices, inSteps } from '../slices.ts'
import { matchesFilter, wantedBy } from './matches-filter.ts'
import { type ParsedQuery, parseQuery } from './parse-query.ts'
import type { Condition } from './property-condition.ts'
import { RecentlyUsed } from './recently-used.ts'
import type { SlotSet } from './slot-set.ts'
import { SortOrders } from './sort-orders.ts'
import { type TextChange, TextIndex } from './text-index.ts'
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

/** A user as they will be, undefined once they are gone, and what that changes in the texts. */
type UserChange = {
  readonly id: string
  readonly after: User | undefined
  readonly text: TextChange
}

/** Answers the lists of users: what matches a search and filters, in which order. All in memory. */
export class UserIndex {
  readonly #slots = new UserSlots()
  #texts = new TextIndex(this.#slots)
  readonly #orders = new SortOrders(this.#slots)
  readonly #counts = new ValueCounts()
  readonly #answers = new RecentlyUsed<FoundUsers>(8)

  /** Users who are not read yet are read when something else than their names is asked for. */
  constructor(users: Iterable<User | UnreadUser>) {
    for (const user of users) this.#slots.put(user)
    this.#texts = new TextIndex(this.#slots)
  }

  /** The users by their slots, for what is kept about them elsewhere. */
  get slots(): UserSlots {
    return this.#slots
  }

  /** Takes over what `transaction` changed; `directory` is the one after it. */
  apply(transaction: Transaction, directory: Directory) {
    const changes = [...this.#changes(touchedUsers(transaction), directory.tables)]
    this.#takeOver(changes)
  }

  /**
   * The same for many users: works out in slices what they change, and answers what takes it over at once.
   * Null when so many changed that a new index is cheaper.
   */
  async prepare(transaction: Transaction, directory: Directory): Promise<(() => void) | null> {
    const touched = new Set<string>()
    await eachInSlices(transaction.changes, ({ kind, id }) => {
      if (kind === 'user') touched.add(id)
    })
    if (touched.size > this.#slots.size / 4) return null
    await inSteps(this.#texts.read())
    const changes: UserChange[] = []
    await eachInSlices(this.#changes(touched, directory.tables), (change) => changes.push(change))
    return () => this.#takeOver(changes)
  }

  /** The same as the constructor, in slices. */
  static async inSlices(users: Iterable<User>): Promise<UserIndex> {
    const index = new UserIndex([])
    await eachInSlices(users, (user) => index.#slots.put(user))
    index.#texts = new TextIndex(index.#slots)
    return index
  }

  /** Makes the order that lists begin with. */
  readyToList(): Generator<void, void> {
    return this.#orders.making()
  }

  /** Reads what a first search would otherwise have to wait for. */
  readyToSearch(): Generator<void, void> {
    return this.#texts.read()
  }

  /** Makes ready in steps what `query` would otherwise do at once. */
  *readyFor({ search, filters, sort, deleted }: UserQuery): Generator<void, void> {
    if (this.#answers.has(keyOf({ search, filters, sort, deleted }))) return
    const { terms, conditions } = withFilters(parseQuery(search), filters)
    const all = conditions.flatMap(({ anyOf }) => anyOf)
    if (terms.length > 0 || all.length > 0) yield* this.readyToSearch()
    if (!all.every(searchableWords)) yield* this.#slots.reading()
    yield* this.#orders.making(sort)
  }

  /** Makes ready in steps what `values` would otherwise do at once. */
  readyToCount(): Generator<void, void> {
    return this.#slots.reading()
  }

  /** The answer is kept until the next transaction, so that reading on in a list costs nothing. */
  query(query: UserQuery): FoundUsers {
    const everyone = query.deleted ? this.#slots.deleted : this.#slots.living
    return this.#answers.get(keyOf(query), () => this.queryAmong(everyone, query))
  }

  /** The values that living users have, most used first. People are no values: a manager is none. */
  values(property: Listed, search: string, limit: number): readonly CountedValue[] {
    if (property === 'managerId') return []
    return this.#counts.most(property, search, limit, () => this.#livingUsers())
  }

  /** The users themselves, and those in whose texts the name of one of them stands. */
  *#changes(touched: ReadonlySet<string>, { user: users }: Tables): Generator<UserChange> {
    const reports = new Set<string>()
    for (const id of touched) {
      const after = users.get(id)
      if (this.#slots.user(id)?.displayName !== after?.displayName)
        for (const report of this.#slots.reportsOf(id)) reports.add(report)
      yield this.#changeTo(id, after, users)
    }
    for (const id of reports) if (!touched.has(id)) yield this.#changeTo(id, users.get(id), users)
  }

  #changeTo(id: string, after: User | undefined, users: Tables['user']): UserChange {
    const manager = users.get(after?.managerId ?? '')?.displayName ?? ''
    return { id, after, text: this.#texts.changeTo(this.#slots.slotOf(id), after, manager) }
  }

  #takeOver(changes: readonly UserChange[]) {
    const touched = new Set<number>()
    for (const { id, after, text } of changes) {
      const left = this.#slots.slotOf(id)
      this.#counts.change(this.#slots.user(id), after)
      if (after) this.#slots.put(after)
      else this.#slots.remove(id)
      const slot = this.#slots.slotOf(id) ?? left
      if (slot === undefined) continue
      this.#texts.change(slot, text)
      touched.add(slot)
    }
    this.#orders.touch(touched)
    this.#answers.clear()
  }

  /** The same among some users only, and not kept. */
  queryAmong(everyone: SlotSet, { search, filters, sort }: Omit<UserQuery, 'deleted'>): FoundUsers {
    const { terms, conditions } = withFilters(parseQuery(search), filters)
    const exact = this.#meeting(conditions, this.#texts.find(terms, everyone))
    const tryNearly = terms.length > 0 && exact.empty
    const found = tryNearly
      ? this.#meeting(conditions, this.#texts.findNearly(terms, everyone))
      : exact
    const approximate = tryNearly && !found.empty
    const order = this.#orders.of(sort)
    const ranked = sort.length === 0 && terms.length > 0
    const slots = ranked
      ? this.#texts.byRank(terms, found, order, approximate)
      : found.inOrder(order)
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

const keyOf = ({ search, filters, sort, deleted }: UserQuery) =>
  JSON.stringify([search, filters, sort, deleted])

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
