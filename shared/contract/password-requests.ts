import { clearings } from '../clipboard.ts'
import { z } from '../zod.ts'
import { bytes, id, ids, name, nothing } from './parts.ts'
import { concerning, type RequestShapes } from './request.ts'

/** Passwords that are given to others. */
export const passwordRequests = {
  resetPassword: concerning({
    needs: 'users.resetPassword',
    concerns: (input) => ({ users: [input.id] }),
    input: z.strictObject({
      id,
      /** Refused when somebody else has reset it since. */
      revision: z.int().min(0).optional(),
      /** Without one, a password is generated. */
      password: name.optional(),
    }),
    /** The password is told this once and kept nowhere. */
    output: z.strictObject({ password: z.string(), mustChange: z.boolean() }),
  }),
  /** Whose passwords of these the signed-in person may reset, and why not the others'. */
  previewPasswordReset: {
    needs: 'users.resetPassword',
    input: z.strictObject({ ids }),
    output: z.strictObject({
      ids: z.array(z.string()),
      refused: z.array(
        z.strictObject({ id: z.string(), displayName: z.string(), message: z.string() }),
      ),
    }),
  },
  /** Answers an archive, which `filePassword` opens, with a table of who has which password now. */
  resetPasswords: concerning({
    needs: 'users.resetPassword',
    concerns: (input) => ({ users: input.ids }),
    input: z.strictObject({ ids, filePassword: name }),
    output: bytes,
  }),
  /** A password for a file; nothing is changed by it. */
  generatePassword: {
    needs: 'users.resetPassword',
    early: true,
    input: nothing,
    output: z.strictObject({ password: z.string() }),
  },
  /** Takes what was copied off the clipboard where the host can, whoever is signed in by then. */
  clearCopied: {
    needs: 'nothing',
    input: z.strictObject({ text: name }),
    output: z.strictObject({ clearing: z.enum(clearings) }),
  },
} satisfies RequestShapes
