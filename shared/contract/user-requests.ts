import { verifiable } from '../directory/user.ts'
import { z } from '../zod.ts'
import { bytes, id, ids, mostRows, name, rawValues, transaction } from './parts.ts'
import { profile } from './profile.ts'
import { listedSchema, userQuery } from './query.ts'
import { concerning, type RequestShapes } from './request.ts'

/** One line of the list: the properties asked for, and what a line always needs. */
const row = z.looseObject({
  id: z.string(),
  revision: z.int(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  photo: z.string().nullable(),
  accountEnabled: z.boolean(),
  /** The display name of the manager, when `managerId` was asked for. */
  manager: z.string().nullable().optional(),
  /** Which of the authentication contacts are verified, when one of them was asked for. */
  verified: z.array(z.string()).optional(),
  /** For how many more days a deleted user can be restored, when `deletedDateTime` was asked for. */
  daysLeft: z.int().optional(),
})

export type UserRow = z.output<typeof row>

/** Users, one by one and as a list. */
export const userRequests = {
  listUsers: {
    needs: 'users.read',
    early: true,
    input: userQuery.extend({
      offset: z.int().min(0),
      limit: z.int().min(0).max(mostRows),
      /** The properties each row holds besides those every row has. */
      properties: z.array(listedSchema).max(100).optional(),
      /** Answers only the ids, up to 200,000 and from the first, for "select all". */
      idsOnly: z.boolean().optional(),
    }),
    output: z.strictObject({
      /** All users of this list, before search and filters. */
      total: z.int(),
      matching: z.int(),
      rows: z.array(row),
      ids: z.array(z.string()).optional(),
      revision: z.int(),
      /** Nothing matched as typed; these match when one typing error is allowed. */
      approximate: z.boolean(),
    }),
  },
  getUser: { needs: 'users.read', input: z.strictObject({ id }), output: profile },
  createUser: {
    needs: 'users.create',
    input: z.strictObject({
      values: rawValues,
      /** The assigned groups that the user becomes a member of with the same step. */
      groupIds: z.array(id).max(1000).default([]),
    }),
    output: profile,
  },
  updateUser: concerning({
    needs: 'users.update',
    concerns: ({ id: user, changes }) => ({ users: [user], properties: Object.keys(changes) }),
    input: z.strictObject({ id, revision: z.int().min(0), changes: rawValues }),
    output: profile,
  }),
  /** Checks values as a save would, also against all other users, and saves nothing. */
  checkUser: {
    needs: 'users.read',
    input: z.strictObject({ id: id.optional(), values: rawValues }),
    output: z.strictObject({ fields: z.record(z.string(), z.string()) }),
  },
  /** Whom each text names: by user name, address, employee id, object id or display name. */
  findUsers: {
    needs: 'users.read',
    input: z.strictObject({ texts: z.array(z.string().max(1000)).min(1).max(100_000) }),
    output: z.strictObject({
      /** Whoever is the only one that some text names, each once. */
      ids: z.array(z.string()),
      notFound: z.array(z.string()),
      several: z.array(
        z.strictObject({
          text: z.string(),
          users: z.array(
            z.strictObject({
              id: z.string(),
              displayName: z.string(),
              userPrincipalName: z.string(),
            }),
          ),
        }),
      ),
    }),
  },
  /** The user name itself, or with the first number with which nobody has it, not even a deleted user. */
  findFreeUserName: {
    needs: 'users.create',
    input: z.strictObject({ userPrincipalName: name }),
    output: z.strictObject({ userPrincipalName: z.string() }),
  },
  deleteUsers: concerning({
    needs: 'users.delete',
    concerns: (input) => ({ users: input.ids }),
    input: z.strictObject({ ids }),
    output: transaction,
  }),
  restoreUsers: concerning({
    needs: 'users.delete',
    concerns: (input) => ({ users: input.ids }),
    input: z.strictObject({ ids }),
    output: transaction,
  }),
  /** Removes deleted users for good. */
  purgeUsers: concerning({
    needs: 'users.purge',
    concerns: (input) => ({ users: input.ids }),
    input: z.strictObject({ ids }),
    output: transaction,
  }),
  /** The values a property has in the directory, most used first. */
  listValues: {
    needs: 'users.read',
    early: true,
    input: z.strictObject({
      property: listedSchema,
      search: z.string().max(200).default(''),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      values: z.array(z.strictObject({ value: z.string(), count: z.int() })),
    }),
  },
  verifyContact: concerning({
    needs: 'users.authentication',
    concerns: (input) => ({ users: [input.id] }),
    input: z.strictObject({
      id,
      revision: z.int().min(0),
      property: z.enum(verifiable),
      verified: z.boolean(),
    }),
    output: profile,
  }),
  setPhoto: {
    needs: 'photos.update',
    input: z.strictObject({
      id,
      revision: z.int().min(0),
      image: bytes,
      /** The square to keep, in pixels of the upright picture. Without one, the middle is kept. */
      crop: z
        .strictObject({ x: z.number().min(0), y: z.number().min(0), size: z.number().min(1) })
        .optional(),
    }),
    output: profile,
  },
  removePhoto: {
    needs: 'photos.update',
    input: z.strictObject({ id, revision: z.int().min(0) }),
    output: profile,
  },
} satisfies RequestShapes
