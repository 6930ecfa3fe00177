import type { DirectoryStore } from '../store/directory-store.ts'
import type { Stored } from './stood-upon.ts'

/** The user as the transaction of this sequence left them: today's, with all that came later taken away. */
export async function userAsOf(
  { directory, history }: DirectoryStore,
  id: string,
  sequence: number,
): Promise<Stored | null> {
  const all = { offset: 0, limit: directory.sequence }
  let user: Stored | null = directory.tables.user.get(id) ?? null
  const { sequences } = await history.find({ about: id }, all)
  const later = sequences.filter((each) => each > sequence)
  for (const { changes } of await history.read(later, { about: id, ...all }))
    for (const change of changes.toReversed())
      if (change.kind === 'user' && change.id === id)
        user = change.before === null ? null : { ...user, ...change.before }
  return user
}
