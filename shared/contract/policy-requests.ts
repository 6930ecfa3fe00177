import { permissionSchema } from '../directory/permissions.ts'
import { policyNames } from '../policy/policy.ts'
import { z } from '../zod.ts'
import { nothing } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** What the organisation decided for this computer. */
export const policyRequests = {
  getPolicies: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({
      enforced: z.array(
        z.strictObject({
          name: z.enum(policyNames),
          value: z.union([z.boolean(), z.number(), z.string()]),
          /** The key or file that says so. */
          place: z.string(),
        }),
      ),
      /** What nobody may do on this computer, whatever their role. */
      withheld: z.array(permissionSchema),
      /** How large a picture may be. */
      picture: z.strictObject({ bytes: z.int(), pixels: z.int() }),
      /** Found there and not used: no such setting, or no value that it takes. */
      ignored: z.array(z.strictObject({ name: z.string(), place: z.string() })),
    }),
  },
} satisfies RequestShapes
