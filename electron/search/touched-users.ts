import type { Transaction } from '../../shared/directory/transaction.ts'

/** The ids of the users that a transaction added, changed or removed. */
export const touchedUsers = ({ changes }: Transaction): ReadonlySet<string> =>
  new Set(changes.filter(({ kind }) => kind === 'user').map(({ id }) => id))
