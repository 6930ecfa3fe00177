import type { Table } from '../../shared/directory/table.ts'
import type { Change, Transaction } from '../../shared/directory/transaction.ts'
import { completeUser, type User } from '../../shared/directory/user.ts'

/** The ids of the users that a transaction added, changed or removed. */
export const touchedUsers = ({ changes }: Transaction): ReadonlySet<string> =>
  new Set(changes.filter(({ kind }) => kind === 'user').map(({ id }) => id))

/** Each of them as they were before a transaction and are after it, in `users`; undefined stands for nobody. */
export function usersAround(
  { changes }: Transaction,
  users: Table<User>,
): { readonly before: User | undefined; readonly after: User | undefined }[] {
  const ofUsers = changes.filter(({ kind }) => kind === 'user')
  return [...Map.groupBy(ofUsers, ({ id }) => id)].map(([id, made]) => {
    const after = users.get(id)
    return { before: beforeAll(made, after), after }
  })
}

const beforeAll = (changes: readonly Change[], after: User | undefined): User | undefined =>
  changes.reduceRight<User | undefined>(
    (user, { id, before }) =>
      before ? ({ ...(user ?? nobody), ...before, id } as User) : undefined,
    after,
  )

const nobody = completeUser({ id: '', revision: 0, createdDateTime: '', lastModifiedDateTime: '' })
