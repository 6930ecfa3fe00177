import { nothing } from './parts.ts'
import { preferencesSchema } from './preferences.ts'
import type { RequestShapes } from './request.ts'

/** How this computer shows Roster. */
export const preferenceRequests = {
  getPreferences: { needs: 'nothing', input: nothing, output: preferencesSchema },
  setPreferences: {
    needs: 'nothing',
    input: preferencesSchema.partial(),
    output: preferencesSchema,
  },
} satisfies RequestShapes
