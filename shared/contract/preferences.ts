import { z } from '../zod.ts'

export const themes = ['system', 'light', 'dark'] as const

const theme = z.enum(themes)
const density = z.enum(['compact', 'standard', 'comfortable'])
const language = z.enum(['en'])

/** How this computer shows Roster. Nothing in here is about a person or needed to read the data. */
export const preferencesSchema = z.strictObject({
  theme: theme.default('system'),
  density: density.default('standard'),
  language: language.default('en'),
})

/** The same as far as the person chose. */
export const chosenPreferencesSchema = z.strictObject({ theme, density, language }).partial()

export type Preferences = z.output<typeof preferencesSchema>

export type ChosenPreferences = z.output<typeof chosenPreferencesSchema>
