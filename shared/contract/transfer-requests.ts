import { z } from '../zod.ts'
import { bytes, id } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** What comes in from files. */
export const transferRequests = {
  previewImport: {
    needs: 'directory.import',
    input: z.strictObject({ name: z.string().max(1000), bytes }),
    output: z.strictObject({
      importId: z.string(),
      total: z.int(),
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      invalid: z.int(),
      /** Domains that valid rows use and the directory does not have yet; applying adds them. */
      newDomains: z.array(z.string()),
      /** `line` counts from 1 and is where the row begins in the file. */
      problems: z.array(
        z.strictObject({
          line: z.int(),
          property: z.string().optional(),
          message: z.string(),
        }),
      ),
    }),
  },
  applyImport: {
    needs: 'directory.import',
    input: z.strictObject({ importId: id }),
    /** `transactionId` is null when the file changed nothing. */
    output: z.strictObject({
      transactionId: z.string().nullable(),
      created: z.int(),
      updated: z.int(),
    }),
  },
} satisfies RequestShapes
