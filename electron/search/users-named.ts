import type { Directory } from '../../shared/directory/directory.ts'
import type { User } from '../../shared/directory/user.ts'
import { eachInSlices } from '../slices.ts'
import { fold } from './fold.ts'
import type { UserLookup } from './user-lookup.ts'

/** A mail program's way to write somebody: `Ada Lovelace <ada@contoso.com>`. */
const withAddress = /<([^<>\s]+@[^<>\s]+)>\s*$/

type Candidates = { readonly byNumber: Set<User>; readonly byName: Set<User> }

/**
 * The living users whom each of these texts names, without case and accents: by what is one user's alone
 * (object id, user name, address, mail nickname), else by employee id, else by display name.
 */
export async function usersNamed(
  texts: Iterable<string>,
  { tables }: Directory,
  lookup: UserLookup,
): Promise<ReadonlyMap<string, readonly User[]>> {
  const named = new Map<string, readonly User[]>()
  const wanted = new Map<string, Candidates>()
  await eachInSlices(new Set(texts), (text) => {
    const owner = tables.user.get(ownerOf(text, lookup) ?? '')
    if (isLiving(owner)) named.set(text, [owner])
    else {
      named.set(text, [])
      for (const key of keysOf(text)) wanted.set(key, { byNumber: new Set(), byName: new Set() })
    }
  })
  if (wanted.size === 0) return named
  await eachInSlices(tables.user.values(), (user) => {
    if (!isLiving(user)) return
    if (user.employeeId !== null) wanted.get(fold(user.employeeId))?.byNumber.add(user)
    wanted.get(fold(user.displayName))?.byName.add(user)
  })
  for (const [text, users] of named)
    if (users.length === 0)
      named.set(text, chosenOf(keysOf(text).flatMap((key) => wanted.get(key) ?? [])))
  return named
}

function ownerOf(text: string, lookup: UserLookup): string | undefined {
  const name = withAddress.exec(text)?.[1] ?? text.trim()
  return (
    lookup.byUserPrincipalName(name) ??
    lookup.byAddress(name) ??
    lookup.byMailNickname(name) ??
    name.toLowerCase()
  )
}

/** The text itself, and “Lovelace, Ada” also as “Ada Lovelace”. */
function keysOf(text: string): readonly string[] {
  const name = fold(text).trim().replace(/ +/g, ' ')
  const [surname = '', given = '', ...more] = name.split(',').map((part) => part.trim())
  return surname && given && more.length === 0 ? [name, `${given} ${surname}`] : [name]
}

function chosenOf(found: readonly Candidates[]): readonly User[] {
  const byNumber = new Set(found.flatMap((each) => [...each.byNumber]))
  return [...(byNumber.size > 0 ? byNumber : new Set(found.flatMap((each) => [...each.byName])))]
}

const isLiving = (user: User | undefined): user is User => user?.deletedDateTime === null
