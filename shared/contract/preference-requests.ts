import { nothing } from './parts.ts'
import { chosenPreferencesSchema, preferencesSchema } from './preferences.ts'
import type { RequestShapes } from './request.ts'

/** How this computer shows Roster. */
export const preferenceRequests = {
  getPreferences: { needs: 'nothing', input: nothing, output: preferencesSchema },
  setPreferences: {
    needs: 'nothing',
    input: chosenPreferencesSchema,
    output: preferencesSchema,
  },
} satisfies RequestShapes
