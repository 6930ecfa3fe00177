import { groupKinds, memberships } from '../directory/group.ts'
import { z } from '../zod.ts'

/** What a list of groups can be sorted and shown by. */
export const listedOfGroups = [
  'displayName',
  'description',
  'mailNickname',
  'kind',
  'membership',
  'memberCount',
  'createdDateTime',
  'lastModifiedDateTime',
  'deletedDateTime',
] as const

export type ListedOfGroup = (typeof listedOfGroups)[number]

export const groupSortSchema = z.strictObject({
  property: z.enum(listedOfGroups),
  direction: z.enum(['asc', 'desc']),
})

export type GroupSort = z.output<typeof groupSortSchema>

export const groupFiltersSchema = z.strictObject({
  kind: z.enum(groupKinds).optional(),
  membership: z.enum(memberships).optional(),
})

export type GroupFilters = z.output<typeof groupFiltersSchema>

/** Which groups, in which order. */
export const groupQuery = z.strictObject({
  /** Words, each of which is found in the name, the nickname or the description. */
  search: z.string().max(1000).default(''),
  filters: groupFiltersSchema.default({}),
  /** The first decides. Without one, the best match comes first, then the name decides. */
  sort: z.array(groupSortSchema).max(5).default([]),
  /** Deleted groups instead of living ones. */
  deleted: z.boolean().default(false),
})

export type GroupQuery = z.output<typeof groupQuery>
