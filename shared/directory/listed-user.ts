import type { User } from './user.ts'

/** What a list of users needs of each to begin with. */
export type ListedUser = Pick<User, 'id' | 'displayName' | 'deletedDateTime'>

/** A user whose other properties are read when somebody asks for them. */
export interface UnreadUser extends ListedUser {
  /** The whole user, the same one each time. */
  read(): User

  /** The whole user for a moment: looking at everybody once must not keep everybody in memory. */
  glimpse(): User
}

export const isUnread = (record: object): record is UnreadUser => 'read' in record

export const glimpsed = (user: User | UnreadUser): User => (isUnread(user) ? user.glimpse() : user)

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** How names compare in a list, case and accents aside. */
export const compareNames = collator.compare

/** The order in which users are listed unless asked otherwise. */
export const compareListed = (one: ListedUser, other: ListedUser): number =>
  compareNames(one.displayName, other.displayName) || (one.id < other.id ? -1 : 1)
