import { type RoleName, roles } from '../../shared/directory/roles.ts'
import { administrator, type Roster } from './open-roster.ts'

export const roleIdOf = (name: RoleName): string =>
  roles.find((role) => role.name === name)?.id ?? name

export const ada = {
  userPrincipalName: administrator.userPrincipalName,
  password: administrator.password,
}

export type Account = typeof ada & { readonly id: string }

/** A user named by one word. Whoever is signed in must be allowed to add them. */
export async function addUser(roster: Roster, name: string): Promise<Account> {
  const userPrincipalName = `${name}@contoso.example`
  const values = { displayName: name, userPrincipalName }
  const { id } = await roster.ask('createUser', { values })
  return { id, userPrincipalName, password: administrator.password }
}

/** The same, who holds these roles and can sign in. Ada must be signed in, and is again afterwards. */
export async function addAdministrator(
  roster: Roster,
  name: string,
  ...held: readonly RoleName[]
): Promise<Account> {
  const account = await addUser(roster, name)
  for (const role of held)
    await roster.ask('assignRole', { userId: account.id, roleId: roleIdOf(role) })
  const given = await roster.ask('resetPassword', { id: account.id })
  await become(roster, { ...account, password: given.password })
  await roster.ask('changePassword', { current: given.password, next: account.password })
  await become(roster, ada)
  return account
}

/** Signs somebody else in. */
export async function become(roster: Roster, { userPrincipalName, password }: typeof ada) {
  await roster.ask('signIn', { userPrincipalName, password })
}
