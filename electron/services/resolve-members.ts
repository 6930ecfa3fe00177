import type { Output } from '../../shared/contract/contract.ts'
import type { Table } from '../../shared/directory/table.ts'
import type { User } from '../../shared/directory/user.ts'
import { fold } from '../search/fold.ts'
import { inSlices } from '../slices.ts'
import { asPerson } from './profile.ts'
import type { OpenDirectory } from './workspace.ts'

/** A mail program's way to write somebody: `Ada Lovelace <ada@contoso.com>`. */
const withAddress = /<([^<>\s]+@[^<>\s]+)>\s*$/

/** Lines, also those of a mail program or a spreadsheet. Each once, as it was written. */
const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\r\n;\t]+/)
      .map((line) => line.trim().replace(/^"(.*)"$/, '$1'))
      .filter((line) => line !== ''),
  ),
]

/**
 * Whom the lines mean. What only one user can have decides first (object ID, user name, address, nickname),
 * then the employee ID, then the display name, which several may share.
 */
export async function resolveMembers(
  text: string,
  { store, lookup }: OpenDirectory,
): Promise<Output<'resolveMembers'>> {
  const lines = linesOf(text)
  const { user: table } = store.directory.tables
  const byName = await usersCalled(lines, table)
  const found = new Map<string, User>()
  const ambiguous: Output<'resolveMembers'>['ambiguous'] = []
  const notFound: string[] = []
  for (const line of lines) {
    const written = withAddress.exec(line)?.[1] ?? line
    const id =
      lookup.byUserPrincipalName(written) ??
      lookup.byAddress(written) ??
      lookup.byMailNickname(written)
    const unique = table.get(written.toLowerCase()) ?? table.get(id ?? '')
    const users = unique && isLiving(unique) ? [unique] : (byName.get(fold(line)) ?? [])
    const [only] = users
    if (!only) notFound.push(line)
    else if (users.length === 1) found.set(only.id, only)
    else ambiguous.push({ line, users: users.map(asMeant) })
  }
  return { found: [...found.values()].map(asMeant), ambiguous, notFound }
}

/** The living users who have a line as their employee ID, or as their display name. */
async function usersCalled(
  lines: readonly string[],
  users: Table<User>,
): Promise<ReadonlyMap<string, readonly User[]>> {
  const wanted = new Set(lines.map(fold))
  const byNumber = new Map<string, User[]>()
  const byName = new Map<string, User[]>()
  const note = (called: Map<string, User[]>, key: string, user: User) => {
    if (wanted.has(key)) called.set(key, [...(called.get(key) ?? []), user])
  }
  for await (const user of inSlices(users.values())) {
    if (!isLiving(user)) continue
    note(byNumber, fold(user.employeeId ?? ''), user)
    note(byName, fold(user.displayName), user)
  }
  return new Map([...byName, ...byNumber])
}

const isLiving = (user: User) => user.deletedDateTime === null

export const asMeant = (user: User) => ({
  ...asPerson(user),
  userPrincipalName: user.userPrincipalName,
})
