import { z } from '../zod.ts'

/** How this computer shows Roster. Nothing in here is about a person or needed to read the data. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['compact', 'standard', 'comfortable']).default('standard'),
  language: z.enum(['en']).default('en'),
})

export type Preferences = z.output<typeof preferencesSchema>
