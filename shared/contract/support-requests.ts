import { z } from '../zod.ts'
import { bytes, nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** What this program is, and what it runs on. */
export const programSchema = z.strictObject({
  version: z.string(),
  node: z.string(),
  /** Null in the browser host. */
  electron: z.string().nullable(),
  /** As Node names them. */
  platform: z.string(),
  arch: z.string(),
})

/** For whoever is asked about Roster, or asks for help with it. */
export const supportRequests = {
  getProgram: { needs: 'nothing', input: nothing, output: programSchema },
  /** The log and facts about the folder as an archive. Anybody may: it tells of nobody, and is needed most when nobody can sign in. */
  collectDiagnostics: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({
      /** Of the file. */
      name: z.string(),
      /** Its media type. */
      type: z.string(),
      bytes,
    }),
  },
} satisfies RequestShapes
