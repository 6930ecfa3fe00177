import { z } from '../zod.ts'
import { groupReference } from './group.ts'
import { id, transaction } from './parts.ts'
import { concerning, type RequestShapes } from './request.ts'

const revision = z.int().min(0)

/** Users beside what they were, and beside each other. */
export const compareRequests = {
  /** A user as a transaction left them; null where there was none yet, or none any more. */
  getUserAsOf: {
    needs: 'history.read',
    input: z.strictObject({ id, transactionId: id }),
    output: z.strictObject({
      at: z.string(),
      user: z
        .strictObject({
          displayName: z.string(),
          /** By Microsoft Graph's names; what is not there was not set. */
          values: z.record(z.string(), z.unknown()),
          manager: z.string().nullable(),
        })
        .nullable(),
    }),
  },
  /** The groups that the one who stays of two users comes into, and comes to own, when they are merged. */
  previewMerge: {
    needs: 'groups.read',
    input: z.strictObject({ keptId: id, otherId: id }),
    output: z.strictObject({ joined: z.array(groupReference), owned: z.array(groupReference) }),
  },
  /**
   * Makes one of two users: some values of the other are taken over, whoever reports to the other reports to
   * the one that stays, and the other is deleted. Roles are not taken over.
   */
  mergeUsers: concerning({
    needs: 'users.delete',
    concerns: ({ other }) => ({ users: [other.id] }),
    input: z
      .strictObject({
        kept: z.strictObject({ id, revision }),
        other: z.strictObject({ id, revision }),
        /** The properties whose values are taken from the other. */
        take: z.array(z.string()).max(100),
        /** Whether the other's places in groups are taken over too, as a member and as an owner. */
        groups: z.boolean(),
      })
      .refine(({ kept, other }) => kept.id !== other.id, 'name two users'),
    output: transaction,
  }),
} satisfies RequestShapes
