import type { Output } from '../../shared/contract/contract.ts'
import type { User } from '../../shared/directory/user.ts'
import { usersNamed } from '../search/users-named.ts'
import { asPerson } from './profile.ts'
import type { OpenDirectory } from './workspace.ts'

/** Lines, also those of a mail program or a spreadsheet. Each once, as it was written. */
const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\r\n;\t]+/)
      .map((line) => line.trim().replace(/^"(.*)"$/, '$1'))
      .filter((line) => line !== ''),
  ),
]

/** Whom the lines mean; where several people have a name, which of them. */
export async function resolveMembers(
  text: string,
  { store, lookup }: OpenDirectory,
): Promise<Output<'resolveMembers'>> {
  const found = new Map<string, User>()
  const ambiguous: Output<'resolveMembers'>['ambiguous'] = []
  const notFound: string[] = []
  for (const [line, users] of await usersNamed(linesOf(text), store.directory, lookup)) {
    const [only] = users
    if (!only) notFound.push(line)
    else if (users.length === 1) found.set(only.id, only)
    else ambiguous.push({ line, users: users.map(asMeant) })
  }
  return { found: [...found.values()].map(asMeant), ambiguous, notFound }
}

export const asMeant = (user: User) => ({
  ...asPerson(user),
  userPrincipalName: user.userPrincipalName,
})
