import { z } from '../zod.ts'
import { name, nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

const opener = z.strictObject({ id: z.string(), displayName: z.string() })

/** What opens the directory. */
export const keyRequests = {
  keyStatus: {
    needs: 'keys.manage',
    early: true,
    input: nothing,
    output: z.strictObject({
      /** Counts the data keys there have been. */
      keyNumber: z.int(),
      /** Photos and what administrators left open are still being sealed with the present data key. */
      resealing: z.boolean(),
      /** Whose passwords open it. */
      administrators: z.array(opener),
      /** Whom a computer keeps signed in; one may be kept so by several. */
      devices: z.array(opener),
      recoveryKey: z.boolean(),
      /** Whose password opened the present data key and does no more; no name for whom nothing is known of. */
      shutOut: z.array(opener),
    }),
  },
  /** `password` is the signed-in person's own. Everybody's password and the recovery key stay as they are. */
  changeDataKey: {
    needs: 'keys.manage',
    input: z.strictObject({ password: name }),
    output: z.strictObject({ keyNumber: z.int() }),
  },
} satisfies RequestShapes
