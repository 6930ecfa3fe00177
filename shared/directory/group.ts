import { z } from '../zod.ts'
import { stamp } from './stamp.ts'

export const groupKinds = ['security', 'microsoft365'] as const

export type GroupKind = (typeof groupKinds)[number]

/** Whether members are chosen one by one or follow from a rule. */
export const memberships = ['assigned', 'dynamic'] as const

export type Membership = (typeof memberships)[number]

/** People (and, in security groups, groups) gathered under one name. */
export const groupSchema = z.object({
  ...stamp,
  displayName: z.string(),
  description: z.string().nullable().default(null),
  mailNickname: z.string(),
  kind: z.enum(groupKinds),
  membership: z.enum(memberships).default('assigned'),
  /** What decides who is in a dynamic group; null in an assigned one. */
  membershipRule: z.string().nullable().default(null),
  /** Users, in the order of their ids. */
  ownerIds: z.array(z.string()).default([]),
  /** Users and groups, in the order of their ids. Empty in a dynamic group. */
  memberIds: z.array(z.string()).default([]),
  /** When the group was moved to the deleted groups; null while it lives. */
  deletedDateTime: z.string().nullable().default(null),
})

export type Group = z.output<typeof groupSchema>

/** The most owners a group may have (Microsoft Entra). */
export const mostOwners = 100

const unset: Partial<Group> = {
  description: null,
  membership: 'assigned',
  membershipRule: null,
  ownerIds: [],
  memberIds: [],
  deletedDateTime: null,
}

/** A group in which what is not given is empty. */
export const completeGroup = (group: Partial<Group>): Group => ({ ...unset, ...group }) as Group
