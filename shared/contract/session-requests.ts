import { permissionSchema } from '../directory/permissions.ts'
import { z } from '../zod.ts'
import { done, name, nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

const signedIn = z.strictObject({
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
    input: z.strictObject({ userPrincipalName: name, password: name }),
    output: signedIn,
  },
  signOut: { needs: 'open directory', input: nothing, output: done },
  whoAmI: { needs: 'open directory', input: nothing, output: signedIn },
} satisfies RequestShapes
