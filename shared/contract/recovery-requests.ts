import { z } from '../zod.ts'
import { done, name } from './parts.ts'
import type { RequestShapes } from './request.ts'
import { signedIn } from './session-requests.ts'

/** The way in for when passwords are lost. */
export const recoveryRequests = {
  /** Whether this is the recovery key, and who can be given a new password with it. */
  checkRecoveryKey: {
    needs: 'nothing',
    input: z.strictObject({ recoveryKey: name }),
    output: z.strictObject({
      administrators: z.array(
        z.strictObject({ displayName: z.string(), userPrincipalName: z.string() }),
      ),
    }),
  },
  /** Gives a Global Administrator a new password, and signs them in. */
  signInWithRecoveryKey: {
    needs: 'nothing',
    input: z.strictObject({ recoveryKey: name, userPrincipalName: name, password: name }),
    output: signedIn,
  },
  /** Makes a recovery key. The present one is good until this one is confirmed. */
  renewRecoveryKey: {
    needs: 'keys.manage',
    /** `password` is that of whoever asks. */
    input: z.strictObject({ password: name }),
    output: z.strictObject({ recoveryKey: z.string() }),
  },
  /** Somebody has written the renewed key down: from now on the one before opens nothing. */
  confirmRecoveryKey: {
    needs: 'keys.manage',
    input: z.strictObject({ recoveryKey: name }),
    output: done,
  },
} satisfies RequestShapes
