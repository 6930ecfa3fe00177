import { z } from '../zod.ts'
import { name, nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** What opens the directory. */
export const keyRequests = {
  keyStatus: {
    needs: 'keys.manage',
    input: nothing,
    output: z.strictObject({
      /** Counts the data keys there have been. */
      keyNumber: z.int(),
      /** Photos and what administrators left open are still being sealed with the present data key. */
      resealing: z.boolean(),
      /** How many administrators’ passwords open it. */
      administrators: z.int(),
      recoveryKey: z.boolean(),
      /** Whose password opened the present data key and does no more; no name for whom nothing is known of. */
      shutOut: z.array(z.strictObject({ id: z.string(), displayName: z.string() })),
    }),
  },
  /** `password` is the signed-in person's own. Everybody's password and the recovery key stay as they are. */
  changeDataKey: {
    needs: 'keys.manage',
    input: z.strictObject({ password: name }),
    output: z.strictObject({ keyNumber: z.int() }),
  },
} satisfies RequestShapes
