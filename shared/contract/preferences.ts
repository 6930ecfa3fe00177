import { z } from '../zod.ts'

export const themes = ['system', 'light', 'dark'] as const

const theme = z.enum(themes)
const density = z.enum(['compact', 'standard', 'comfortable'])
/** Minutes without a sign of anybody; 0 for never. */
const lockAfterMinutes = z.int().min(0).max(60)
const language = z.enum(['en'])

/** How this computer shows Roster. Nothing in here is about a person or needed to read the data. */
export const preferencesSchema = z.strictObject({
  theme: theme.default('system'),
  density: density.default('standard'),
  lockAfterMinutes: lockAfterMinutes.default(5),
  language: language.default('en'),
})

/** The same as far as the person chose. */
export const chosenPreferencesSchema = z
  .strictObject({ theme, density, lockAfterMinutes, language })
  .partial()

export type Preferences = z.output<typeof preferencesSchema>

export type ChosenPreferences = z.output<typeof chosenPreferencesSchema>
