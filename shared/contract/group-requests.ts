import { longestRule } from '../directory/rules/rule.ts'
import { z } from '../zod.ts'
import { groupDetails, groupRow, memberRow, membershipRow } from './group.ts'
import { groupQuery } from './group-query.ts'
import { id, ids, mostRows, rawValues, transaction } from './parts.ts'
import { person } from './profile.ts'
import { sortSchema } from './query.ts'
import type { RequestShapes } from './request.ts'

const window = {
  offset: z.int().min(0),
  limit: z.int().min(0).max(mostRows),
  /** Answers only the ids, for "select all". */
  idsOnly: z.boolean().optional(),
} as const

const found = {
  total: z.int(),
  matching: z.int(),
  ids: z.array(z.string()).optional(),
  revision: z.int(),
  /** Nothing matched as typed; these match when one typing error is allowed. */
  approximate: z.boolean(),
} as const

/** None is a list too: a group may begin empty. */
const someIds = z.array(id).max(200_000).default([])

/** How many were meant that were members already, or were not any more. */
const changedMembers = transaction.extend({ changed: z.int(), unchanged: z.int() })

/** A user whom a pasted line means. */
const meant = person.extend({ userPrincipalName: z.string() })

/** Groups, and who is in them. */
export const groupRequests = {
  listGroups: {
    needs: 'groups.read',
    input: groupQuery.extend(window),
    output: z.strictObject({ ...found, rows: z.array(groupRow) }),
  },
  getGroup: { needs: 'groups.read', input: z.strictObject({ id }), output: groupDetails },
  createGroup: {
    needs: 'groups.create',
    input: z.strictObject({ values: rawValues, ownerIds: someIds, memberIds: someIds }),
    output: groupDetails,
  },
  updateGroup: {
    needs: 'groups.update',
    input: z.strictObject({ id, revision: z.int().min(0), changes: rawValues }),
    output: groupDetails,
  },
  /** Checks values as a save would, also against all other groups, and saves nothing. */
  checkGroup: {
    needs: 'groups.read',
    input: z.strictObject({ id: id.optional(), values: rawValues }),
    output: z.strictObject({ fields: z.record(z.string(), z.string()) }),
  },
  deleteGroups: { needs: 'groups.delete', input: z.strictObject({ ids }), output: transaction },
  restoreGroups: { needs: 'groups.delete', input: z.strictObject({ ids }), output: transaction },
  /** `id` is the group. Users, and groups in a security group. */
  addMembers: {
    needs: 'groups.update',
    input: z.strictObject({ id, memberIds: ids }),
    output: changedMembers,
  },
  removeMembers: {
    needs: 'groups.update',
    input: z.strictObject({ id, memberIds: ids }),
    output: changedMembers,
  },
  addOwners: {
    needs: 'groups.update',
    input: z.strictObject({ id, ownerIds: ids }),
    output: changedMembers,
  },
  removeOwners: {
    needs: 'groups.update',
    input: z.strictObject({ id, ownerIds: ids }),
    output: changedMembers,
  },
  /** The same members into several groups at once. */
  addToGroups: {
    needs: 'groups.update',
    input: z.strictObject({ memberIds: ids, groupIds: ids }),
    output: changedMembers,
  },
  removeFromGroups: {
    needs: 'groups.update',
    input: z.strictObject({ memberIds: ids, groupIds: ids }),
    output: changedMembers,
  },
  listMembers: {
    needs: 'groups.read',
    input: z.strictObject({
      id,
      /** Also who is in through groups that are members. */
      all: z.boolean().default(false),
      search: z.string().max(1000).default(''),
      sort: z.array(sortSchema).max(5).default([]),
      ...window,
    }),
    output: z.strictObject({ ...found, rows: z.array(memberRow) }),
  },
  /** The groups that a user or a group is in, directly and through others, by name. */
  listMemberOf: {
    needs: 'groups.read',
    input: z.strictObject({ id }),
    output: z.strictObject({ groups: z.array(membershipRow) }),
  },
  /** Whom the lines of a pasted list mean: by user name, address, employee ID, object ID or name. */
  resolveMembers: {
    needs: 'groups.read',
    input: z.strictObject({ text: z.string().max(2_000_000) }),
    output: z.strictObject({
      found: z.array(meant),
      /** Lines that several users answer to. */
      ambiguous: z.array(z.strictObject({ line: z.string(), users: z.array(meant) })),
      notFound: z.array(z.string()),
    }),
  },
  /** Whom a rule would take in. Saves nothing. */
  previewRule: {
    needs: 'groups.read',
    input: z.strictObject({
      rule: z.string().max(longestRule * 2),
      limit: z.int().min(0).max(100).default(20),
    }),
    output: z.strictObject({
      /** What is wrong with it, and where in its text. */
      faults: z.array(z.strictObject({ start: z.int(), end: z.int(), message: z.string() })),
      matching: z.int(),
      users: z.array(meant),
    }),
  },
} satisfies RequestShapes
