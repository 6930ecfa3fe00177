import { type Permission, permissions } from './permissions.ts'

/** A role of Microsoft Entra: the id of its template, and what whoever holds it may do in Roster. */
export type Role = {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
  /**
   * Whose password and sensitive properties its holders may touch: everybody's, or those of people who
   * hold no other roles than these. Without it, of people who hold no role at all.
   */
  readonly reaches?: 'everybody' | readonly string[]
}

const reading = ['users.read', 'groups.read', 'roles.read'] as const

const administering = [...reading, 'history.read', 'history.undo'] as const

const groups = ['groups.create', 'groups.update', 'groups.delete'] as const

const sensitive = [
  'users.updateSensitive',
  'users.block',
  'users.resetPassword',
  'users.delete',
] as const

const harmless = ['Directory Readers', 'Guest Inviter'] as const

const reportReaders = [
  'Message Center Reader',
  'Reports Reader',
  'Usage Summary Reports Reader',
] as const

/** The roles Roster knows, and what they may do (Microsoft Entra permissions reference). */
export const roles = [
  {
    id: '62e90394-69f5-4237-9190-012177145e10',
    name: 'Global Administrator',
    permissions,
    reaches: 'everybody',
  },
  {
    id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    name: 'Global Reader',
    permissions: [...reading, 'history.read', 'directory.export'],
  },
  {
    id: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
    name: 'User Administrator',
    permissions: [
      ...administering,
      ...groups,
      ...sensitive,
      'users.create',
      'users.update',
      'users.authentication',
      'users.purge',
      'photos.update',
      'directory.import',
      'directory.export',
    ],
    reaches: [
      ...harmless,
      ...reportReaders,
      'Password Administrator',
      'Helpdesk Administrator',
      'Groups Administrator',
      'User Administrator',
    ],
  },
  {
    id: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
    name: 'Helpdesk Administrator',
    permissions: [...administering, 'users.resetPassword'],
    reaches: [...harmless, ...reportReaders, 'Password Administrator', 'Helpdesk Administrator'],
  },
  {
    id: '966707d0-3269-4727-9be2-8c3a10f19b9d',
    name: 'Password Administrator',
    permissions: [...administering, 'users.resetPassword'],
    reaches: [...harmless, 'Password Administrator'],
  },
  {
    id: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    name: 'Authentication Administrator',
    permissions: [...administering, ...sensitive, 'users.update', 'users.authentication'],
    reaches: [
      ...harmless,
      ...reportReaders,
      'Password Administrator',
      'Authentication Administrator',
    ],
  },
  {
    id: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    name: 'Privileged Authentication Administrator',
    permissions: [...administering, ...sensitive, 'users.update', 'users.authentication'],
    reaches: 'everybody',
  },
  {
    id: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
    name: 'Privileged Role Administrator',
    permissions: [...administering, 'roles.assign'],
  },
  {
    id: 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
    name: 'Groups Administrator',
    permissions: [...administering, ...groups],
  },
  {
    id: '024906de-61e5-49c8-8572-40335f1e0e10',
    name: 'People Administrator',
    permissions: [...administering, 'photos.update'],
  },
  {
    id: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
    name: 'Directory Readers',
    permissions: reading,
  },
] as const satisfies readonly Role[]

export type RoleName = (typeof roles)[number]['name']

export const globalAdministrator: Role = roles[0]

export const roleOf = (id: string): Role | undefined => roles.find((role) => role.id === id)

/** The name of a role; the id of one that Roster does not know. */
export const roleName = (id: string): string => roleOf(id)?.name ?? id
