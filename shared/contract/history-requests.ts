import { z } from '../zod.ts'
import { id, transaction } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** What has been done. */
export const historyRequests = {
  undo: {
    needs: 'history.undo',
    input: z.strictObject({ transactionId: id }),
    output: transaction,
  },
} satisfies RequestShapes
