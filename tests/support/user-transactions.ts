import { applyTransaction } from '../../shared/directory/apply.ts'
import { type Directory, emptyDirectory } from '../../shared/directory/directory.ts'
import type { Change, Transaction } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'

/** A directory that holds these users and nothing else. */
export function aDirectory(users: Iterable<User>): Directory {
  const directory = emptyDirectory('directory')
  for (const user of users) directory.tables.user.set(user.id, user)
  return directory
}

/** Changes users of a directory, or removes them, in one transaction. */
export function transacted(
  directory: Directory,
  changes: readonly Pick<Change, 'id' | 'after'>[],
): [Transaction, Directory] {
  const transaction: Transaction = {
    id: `transaction ${directory.revision + 1}`,
    sequence: directory.revision + 1,
    at: '2026-02-03T12:00:00.000Z',
    actor: { id: 'grace', displayName: 'Grace Hopper' },
    activity: 'updateUser',
    changes: changes.map(({ id, after }) => ({
      kind: 'user',
      id,
      before: partOf(directory.tables.user.get(id), after),
      after,
    })),
  }
  return [transaction, applyTransaction(directory, transaction)]
}

/** What a change takes away: all of a user who goes, else what the properties were that it sets. */
function partOf(user: User | undefined, after: Change['after']): Change['before'] {
  if (!user || !after) return user ?? null
  return Object.fromEntries(Object.keys(after).map((name) => [name, Object(user)[name]]))
}
