import { permissionSchema } from '../directory/permissions.ts'
import { z } from '../zod.ts'
import { done, name, nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

export const signedIn = z.strictObject({
  userId: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  roles: z.array(z.string()),
  permissions: z.array(permissionSchema),
  mustChangePassword: z.boolean(),
})

/** Signing in and out. */
export const sessionRequests = {
  signIn: {
    needs: 'nothing',
    input: z.strictObject({
      userPrincipalName: name,
      password: name,
      /** Whether this computer is to keep them signed in; left out, that stays as it was for them. */
      keep: z.boolean().optional(),
    }),
    output: signedIn,
  },
  /** How long the next try to sign in has to wait. Zero unless several passwords were wrong. */
  getSignInWait: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ milliseconds: z.int().min(0) }),
  },
  signOut: { needs: 'session', input: nothing, output: done },
  /** Closes the directory until the same person, or another, signs in. */
  lock: { needs: 'session', input: nothing, output: done },
  /** Somebody is at the page, which puts off the lock. */
  reportActivity: { needs: 'session', input: nothing, output: done },
  whoAmI: { needs: 'session', input: nothing, output: signedIn },
  /** The signed-in person's own. */
  changePassword: {
    needs: 'session',
    input: z.strictObject({ current: name, next: name }),
    output: done,
  },
} satisfies RequestShapes
