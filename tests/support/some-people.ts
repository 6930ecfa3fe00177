import { withoutAccents } from '../../shared/fields/plain-letters.ts'
import type { Roster } from './open-roster.ts'

type Values = Readonly<Record<string, unknown>>

/** Adds users by their names; answers their ids in the same order. */
export async function addPeople(
  roster: Roster,
  names: readonly string[],
  values: (name: string) => Values = () => ({}),
): Promise<string[]> {
  const ids: string[] = []
  for (const displayName of names) {
    const local = withoutAccents(displayName).replaceAll(' ', '.')
    const userPrincipalName = `${local}@contoso.example`
    const user = await roster.ask('createUser', {
      values: { displayName, userPrincipalName, ...values(displayName) },
    })
    ids.push(user.id)
  }
  return ids
}

/** Adds a security group; answers its id. */
export async function addGroup(
  roster: Roster,
  displayName: string,
  memberIds: readonly string[] = [],
  values: Values = {},
): Promise<string> {
  const input = { values: { displayName, ...values }, memberIds: [...memberIds] }
  return (await roster.ask('createGroup', input)).id
}

/** The names of a group's members as its page lists them; those in it through others with the way. */
export async function membersOf(roster: Roster, id: string, all = false): Promise<string[]> {
  const { rows } = await roster.ask('listMembers', { id, all, offset: 0, limit: 100 })
  return rows.map(({ displayName, via }) => [displayName, ...via].join(' via '))
}

/** The names of the groups somebody is in; those through others with the way. */
export async function groupsOf(roster: Roster, id: string): Promise<string[]> {
  const { groups } = await roster.ask('listMemberOf', { id })
  return groups.map(({ displayName, via }) =>
    via.length === 0 ? displayName : `${displayName} via ${via.join(' › ')}`,
  )
}
