import { userNameRules, usualUserNameRule } from '../fields/user-name-rules.ts'
import { z } from '../zod.ts'
import { type Group, groupSchema } from './group.ts'
import { usualRetention } from './retention.ts'
import { stamp } from './stamp.ts'
import type { Table } from './table.ts'
import { type User, userSchema } from './user.ts'

/** One role held by one user. Its `id` follows from both. */
export const roleAssignmentSchema = z.object({
  ...stamp,
  roleId: z.string(),
  userId: z.string(),
})

export type RoleAssignment = z.output<typeof roleAssignmentSchema>

export const roleAssignmentIdOf = (roleId: string, userId: string) => `${roleId}:${userId}`

/** What belongs to the directory as a whole. There is one such record. */
export const organizationSchema = z.object({
  ...stamp,
  displayName: z.string(),
  /** The first domain is the primary one. */
  domains: z.array(z.string()).min(1),
  userNameRule: z.enum(userNameRules).default(usualUserNameRule),
  /** For how long a deleted user can be restored. */
  deletedUserRetentionDays: z.int().default(usualRetention),
})

export type Organization = z.output<typeof organizationSchema>

/** The kinds of record a directory holds, each under its id. */
export const recordSchemas = {
  organization: organizationSchema,
  user: userSchema,
  group: groupSchema,
  roleAssignment: roleAssignmentSchema,
} as const

export type RecordKind = keyof typeof recordSchemas

export type Records = {
  readonly organization: Organization
  readonly user: User
  readonly group: Group
  readonly roleAssignment: RoleAssignment
}

export type Tables = { readonly [K in RecordKind]: Table<Records[K]> }

/** All that one data folder holds about an organisation, in memory. */
export type Directory = {
  readonly id: string
  /** The sequence number of the last transaction. */
  readonly sequence: number
  /** The sequence number of the last transaction that changed a record. */
  readonly revision: number
  /** When that one was saved, ISO 8601 in UTC; empty before the first. */
  readonly savedAt: string
  readonly tables: Tables
}

/** The id of the organization record, of which there is one. */
export const organizationId = 'directory'

export const emptyDirectory = (id: string): Directory => ({
  id,
  sequence: 0,
  revision: 0,
  savedAt: '',
  tables: { organization: new Map(), user: new Map(), group: new Map(), roleAssignment: new Map() },
})

/** A directory that nobody has set anything in does not hold what is usual. */
const usualSettings = {
  userNameRule: usualUserNameRule,
  deletedUserRetentionDays: usualRetention,
} as const

export function organizationOf(directory: Directory): Organization {
  const organization = directory.tables.organization.get(organizationId)
  if (!organization) throw new Error('The directory has no organization record.')
  return { ...usualSettings, ...organization }
}
