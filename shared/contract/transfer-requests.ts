import { z } from '../zod.ts'
import { bytes, id, ids } from './parts.ts'
import { listedSchema, userQuery } from './query.ts'
import type { RequestShapes } from './request.ts'

/** What users can be written as. “entra” is the portal's “Download users” file. */
export const exportFormats = ['csv', 'tsv', 'entra', 'json', 'ldif', 'vcard'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** What comes in from files and goes out into them. */
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
  exportUsers: {
    needs: 'directory.export',
    input: z.strictObject({
      format: z.enum(exportFormats),
      /** Whom, in this order. Without these, everybody who matches `query`. */
      ids: ids.optional(),
      query: userQuery.prefault({}),
      /** The columns of “csv” and “tsv”; all there are when none are given. */
      properties: z.array(listedSchema).min(1).max(100).optional(),
      /** Begins a table with the mark by which Excel knows UTF-8. */
      mark: z.boolean().default(true),
      /** Puts a ' before what a spreadsheet would compute. */
      harmless: z.boolean().default(true),
    }),
    output: z.strictObject({
      /** Of the file. */
      name: z.string(),
      /** Its media type. */
      type: z.string(),
      users: z.int(),
      bytes,
    }),
  },
} satisfies RequestShapes
