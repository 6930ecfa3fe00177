import { propertyNames } from '../fields/catalogue.ts'
import { z } from '../zod.ts'

/** What a list can be sorted, filtered and shown by. */
export const listed = [
  ...propertyNames,
  'createdDateTime',
  'lastModifiedDateTime',
  'deletedDateTime',
  'lastPasswordChangeDateTime',
] as const

export type Listed = (typeof listed)[number]

export const listedSchema = z.enum(listed)

/** How a filter compares. Texts compare without case and accents. */
export const operators = [
  'is',
  'isNot',
  'contains',
  'startsWith',
  'isEmpty',
  'isNotEmpty',
  'before',
  'after',
  'isVerified',
  'isNotVerified',
] as const

export const filterSchema = z.strictObject({
  property: listedSchema,
  operator: z.enum(operators),
  /** A list means any of these. Not used by the operators that take no value. */
  value: z.union([z.string(), z.boolean(), z.array(z.string()).max(1000)]).optional(),
})

export type Filter = z.output<typeof filterSchema>

export const sortSchema = z.strictObject({
  property: listedSchema,
  direction: z.enum(['asc', 'desc']),
})

export type Sort = z.output<typeof sortSchema>

/** Which users, in which order. */
export const userQuery = z.strictObject({
  /** Words and `property:value` terms; see the search guide in docs. */
  search: z.string().max(1000).default(''),
  filters: z.array(filterSchema).max(50).default([]),
  /** The first decides. Without one, the best match comes first, then the display name decides. */
  sort: z.array(sortSchema).max(5).default([]),
  /** Deleted users instead of living ones. */
  deleted: z.boolean().default(false),
})

export type UserQuery = z.output<typeof userQuery>
