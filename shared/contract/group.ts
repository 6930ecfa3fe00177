import { groupKinds, groupSchema, memberships } from '../directory/group.ts'
import { z } from '../zod.ts'
import { person } from './profile.ts'

/** A group as another record refers to it. */
export const groupReference = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  kind: z.enum(groupKinds),
  membership: z.enum(memberships),
})

export type GroupReference = z.output<typeof groupReference>

/** One line of a list of groups. */
export const groupRow = groupReference.extend({
  revision: z.int(),
  description: z.string().nullable(),
  mailNickname: z.string(),
  /** Users and groups that are members themselves. */
  memberCount: z.int(),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string(),
  deletedDateTime: z.string().nullable(),
})

export type GroupRow = z.output<typeof groupRow>

/** A group as stored, without its list of members, and with what follows from other records. */
export const groupDetails = groupSchema.omit({ memberIds: true, ownerIds: true }).extend({
  /** The transaction that made this revision: what "Undo" takes back after a save. */
  transactionId: z.string(),
  owners: z.array(person),
  /** The members themselves, and the users in it and in all groups within it. */
  memberCounts: z.strictObject({ users: z.int(), groups: z.int(), allUsers: z.int() }),
})

export type GroupDetails = z.output<typeof groupDetails>

/** One line of a list of members. */
export const memberRow = z.strictObject({
  id: z.string(),
  type: z.enum(['user', 'group']),
  displayName: z.string(),
  /** Null for people. */
  kind: z.enum(groupKinds).nullable(),
  /** Null for groups, as everything below that only people have. */
  userPrincipalName: z.string().nullable(),
  jobTitle: z.string().nullable(),
  department: z.string().nullable(),
  photo: z.string().nullable(),
  accountEnabled: z.boolean(),
  /** The names of the groups through which they belong, from the outermost in; empty for direct members. */
  via: z.array(z.string()),
})

export type MemberRow = z.output<typeof memberRow>

/** A group that a user or a group is in. */
export const membershipRow = groupReference.extend({
  direct: z.boolean(),
  /** The names of the groups through which, from the direct one on; empty for direct ones. */
  via: z.array(z.string()),
})

export type MembershipRow = z.output<typeof membershipRow>
