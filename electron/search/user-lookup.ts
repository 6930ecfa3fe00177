import type { Directory } from '../../shared/directory/directory.ts'
import { glimpsed, type UnreadUser } from '../../shared/directory/listed-user.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { withoutPrefix } from '../../shared/fields/rules/proxy-addresses.ts'
import { sameValue } from '../../shared/fields/values.ts'
import { atOnce } from '../slices.ts'
import { IdsByKey } from './ids-by-key.ts'
import { usersAround } from './touched-users.ts'

/** Finds users by what is unique to them, deleted ones too, and by their manager. */
export class UserLookup {
  readonly #userNames = new IdsByKey()
  readonly #nicknames = new IdsByKey()
  readonly #addresses = new IdsByKey()
  readonly #reports = new IdsByKey()
  #unread: Iterator<User | UnreadUser> | null

  /** The users are read when somebody first looks one up: a list is shown before that. */
  constructor(users: Iterable<User | UnreadUser>) {
    this.#unread = users[Symbol.iterator]()
  }

  /** Reads what a first look-up would otherwise have to wait for. */
  *warmingUp(): Generator<void, void> {
    yield* this.#read()
  }

  /** Takes over what `transaction` changed; `directory` is the one after it. */
  apply(transaction: Transaction, directory: Directory) {
    atOnce(this.preparing(transaction, directory))()
  }

  /** Works out in steps what `transaction` changes, and comes to what takes it over at once. */
  *preparing(transaction: Transaction, { tables }: Directory): Generator<void, () => void> {
    yield* this.#read()
    const forgotten: User[] = []
    const learned: User[] = []
    for (const { before, after } of usersAround(transaction, tables.user)) {
      yield
      if (before && after && isFoundAlike(before, after)) continue
      if (before) forgotten.push(before)
      if (after) learned.push(after)
    }
    return () => {
      for (const user of forgotten) this.#forget(user)
      for (const user of learned) this.#learn(user)
    }
  }

  byUserPrincipalName(name: string): string | undefined {
    this.#readOn()
    return this.#userNames.first(name.toLowerCase())
  }

  byMailNickname(nickname: string): string | undefined {
    this.#readOn()
    return this.#nicknames.first(nickname.toLowerCase())
  }

  /** Whose mail or proxy address this is; `address` has no prefix. */
  byAddress(address: string): string | undefined {
    this.#readOn()
    return this.#addresses.first(address.toLowerCase())
  }

  /** The living users who report to a user. */
  reportsOf(managerId: string): readonly string[] {
    this.#readOn()
    return this.#reports.of(managerId)
  }

  *#read(): Generator<void, void> {
    for (let next = this.#unread?.next(); next && !next.done; next = this.#unread?.next()) {
      this.#learn(glimpsed(next.value))
      yield
    }
    this.#unread = null
  }

  #readOn() {
    if (this.#unread) atOnce(this.#read())
  }

  #learn(user: User) {
    const { id, managerId } = user
    this.#userNames.add(user.userPrincipalName.toLowerCase(), id)
    this.#nicknames.add(user.mailNickname.toLowerCase(), id)
    for (const address of addressesOf(user)) this.#addresses.add(address, id)
    if (managerId !== null && user.deletedDateTime === null) this.#reports.add(managerId, id)
  }

  #forget(user: User) {
    const { id } = user
    this.#userNames.delete(user.userPrincipalName.toLowerCase(), id)
    this.#nicknames.delete(user.mailNickname.toLowerCase(), id)
    for (const address of addressesOf(user)) this.#addresses.delete(address, id)
    if (user.managerId !== null) this.#reports.delete(user.managerId, id)
  }
}

/** Whether two states of a user are found by the same: most edits change nothing of that. */
const isFoundAlike = (one: User, other: User) =>
  one.userPrincipalName === other.userPrincipalName &&
  one.mailNickname === other.mailNickname &&
  one.mail === other.mail &&
  one.managerId === other.managerId &&
  one.deletedDateTime === other.deletedDateTime &&
  sameValue(one.proxyAddresses, other.proxyAddresses)

const addressesOf = ({ mail, proxyAddresses }: User) =>
  [...(mail === null ? [] : [mail]), ...proxyAddresses.map(withoutPrefix)].map((address) =>
    address.toLowerCase(),
  )
