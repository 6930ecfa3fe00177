import type { Group } from '../../shared/directory/group.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { type RawValues, sameValue } from '../../shared/fields/values.ts'
import type { Problem } from '../../shared/text/message.ts'
import type { DirectoryStore } from '../store/directory-store.ts'

/**
 * Lets an edit begun on an older revision through when it touches nothing that has been changed since.
 * Throws `conflict` with each property that was, who changed it, and to what.
 */
export async function refuseConflicts(
  store: DirectoryStore,
  record: User | Group,
  revision: number,
  changes: RawValues,
) {
  if (revision > record.revision)
    throw new AppError('invalid-input', 'wrongShape', {
      values: { detail: `revision: ${revision} is newer than the stored ${record.revision}` },
      fields: { revision: { rule: 'wrongType' } },
    })
  const fields: Record<string, Problem> = {}
  if (revision === record.revision) return
  const stored: Readonly<Record<string, unknown>> = record
  for await (const { actor, changes: saved } of store.transactionsAfter(revision)) {
    for (const change of saved) {
      if (change.id !== record.id) continue
      for (const name of Object.keys(change.after ?? {}))
        if (name in changes && !sameValue(changes[name], stored[name]))
          fields[name] = changedTo(told(store, name, stored[name]), actor.displayName)
    }
  }
  if (Object.keys(fields).length > 0) throw new AppError('conflict', 'conflict', { fields })
}

/** The value as a person knows it: a manager by name. */
const told = ({ directory }: DirectoryStore, name: string, value: unknown): unknown =>
  name === 'managerId' ? directory.tables.user.get(String(value))?.displayName : value

const changedTo = (value: unknown, by: string): Problem => ({
  rule: 'changedMeanwhile',
  values: { by, value: Array.isArray(value) ? value.join(', ') : String(value ?? '—') },
})
