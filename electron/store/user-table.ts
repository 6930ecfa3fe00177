import { isUnread, type UnreadUser } from '../../shared/directory/listed-user.ts'
import type { Table } from '../../shared/directory/table.ts'
import type { User } from '../../shared/directory/user.ts'

/** Users of whom some are not read yet. Whoever looks at one finds it whole: it is read that moment. */
export class UserTable implements Table<User> {
  readonly #users: Map<string, User | UnreadUser>

  constructor(users: Iterable<User | UnreadUser>) {
    this.#users = new Map()
    for (const user of users) this.#users.set(user.id, user)
  }

  get size(): number {
    return this.#users.size
  }

  get(id: string): User | undefined {
    const user = this.#users.get(id)
    return user && this.#read(user)
  }

  has(id: string): boolean {
    return this.#users.has(id)
  }

  set(id: string, user: User | UnreadUser): this {
    this.#users.set(id, user)
    return this
  }

  delete(id: string): boolean {
    return this.#users.delete(id)
  }

  keys(): IteratorObject<string> {
    return this.#users.keys()
  }

  *values(): Generator<User, undefined> {
    for (const user of this.#users.values()) yield this.#read(user)
  }

  *[Symbol.iterator](): Generator<[string, User], undefined> {
    for (const [id, user] of this.#users) yield [id, this.#read(user)]
  }

  /** The users as far as they have been read. */
  listed(): Iterable<User | UnreadUser> {
    return this.#users.values()
  }

  #read(user: User | UnreadUser): User {
    if (!isUnread(user)) return user
    const read = user.read()
    this.#users.set(read.id, read)
    return read
  }
}

/** The users of any table, as far as they have been read. */
export const listedIn = (table: Table<User>): Iterable<User | UnreadUser> =>
  table instanceof UserTable ? table.listed() : table.values()
