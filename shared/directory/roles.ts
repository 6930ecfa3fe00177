import { type Permission, permissions } from './permissions.ts'

/** A role of Microsoft Entra, with the id of its template, and what it may do in Roster. */
export type Role = {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
}

const everyUserTask = permissions.filter(
  (permission) => permission !== 'directory.import' && permission !== 'directory.backup',
)

/** The roles Roster knows (Microsoft Entra permissions reference). */
export const roles = [
  {
    id: '62e90394-69f5-4237-9190-012177145e10',
    name: 'Global Administrator',
    permissions,
  },
  {
    id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    name: 'Global Reader',
    permissions: ['users.read'],
  },
  {
    id: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
    name: 'User Administrator',
    permissions: everyUserTask,
  },
  {
    id: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
    name: 'Helpdesk Administrator',
    permissions: ['users.read'],
  },
  {
    id: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    name: 'Authentication Administrator',
    permissions: ['users.read', 'users.authentication'],
  },
  {
    id: '024906de-61e5-49c8-8572-40335f1e0e10',
    name: 'People Administrator',
    permissions: ['users.read', 'photos.update'],
  },
] as const satisfies readonly Role[]

export const globalAdministrator: Role = roles[0]

export const roleOf = (id: string): Role | undefined => roles.find((role) => role.id === id)
