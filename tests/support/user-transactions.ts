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
      before: directory.tables.user.has(id) ? {} : null,
      after,
    })),
  }
  return [transaction, applyTransaction(directory, transaction)]
}
