import { themes } from '../contract/preferences.ts'
import { pictureLimits } from '../directory/picture.ts'
import { z } from '../zod.ts'

/** The headings under which an administrative template lists its settings. */
export const policyCategories = [
  'Storage',
  'Security',
  'Transfer',
  'Appearance',
  'Updates',
  'Support',
] as const

export type PolicyCategory = (typeof policyCategories)[number]

/** What an editor of policies must know of a setting besides its name. */
type Kind =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'text'; readonly longest: number }

export type PolicySetting = Kind & {
  readonly category: PolicyCategory
  readonly title: string
  /** For whoever sets it: what follows from it. */
  readonly explanation: string
}

const boolean = { kind: 'boolean' } as const
const text = { kind: 'text', longest: 1024 } as const

/**
 * Every setting that an organisation may manage, once. The schema below, the templates for Windows and macOS, the
 * JSON schema and the page of the documentation follow from it.
 */
export const policySettings = {
  DataFolder: {
    ...text,
    category: 'Storage',
    title: 'Data folder',
    explanation:
      'The folder that holds the directory, as an absolute path. %LOCALAPPDATA%, $HOME and the like are filled in. It takes the place of the usual folder and of --data-dir.',
  },
  ReadOnly: {
    ...boolean,
    category: 'Storage',
    title: 'Open read-only',
    explanation: 'Nothing can be saved on this computer. People, groups and history can be read.',
  },
  SecondBackupFolder: {
    ...text,
    category: 'Storage',
    title: 'Second backup folder',
    explanation:
      'A folder, as on another disk or a server, in which every backup is made a second time, as an absolute path. %USERPROFILE%, $HOME and the like are filled in. It must be empty, or hold nothing but backups of the same directory.',
  },
  LockAfterMinutes: {
    kind: 'number',
    least: 0,
    most: 60,
    category: 'Security',
    title: 'Lock after minutes',
    explanation:
      'After how many minutes without a sign of anybody the directory is locked; 0 means never.',
  },
  KeepSignedIn: {
    ...boolean,
    category: 'Security',
    title: 'Allow staying signed in',
    explanation:
      'Whether an administrator may choose to stay signed in on this computer, by a key that the system’s keychain keeps. Allowed unless this is switched off.',
  },
  DisableImport: {
    ...boolean,
    category: 'Transfer',
    title: 'Disable import',
    explanation: 'No files of people can be taken in on this computer, whatever the role.',
  },
  DisableExport: {
    ...boolean,
    category: 'Transfer',
    title: 'Disable export',
    explanation:
      'Nothing can be exported on this computer, whatever the role. Backups are not exports.',
  },
  PhotoMaxBytes: {
    kind: 'number',
    least: 100_000,
    most: pictureLimits.bytes,
    category: 'Transfer',
    title: 'Largest picture file, in bytes',
    explanation: 'A picture that is chosen as a photo may be at most this large.',
  },
  PhotoMaxPixels: {
    kind: 'number',
    least: 420_000,
    most: pictureLimits.pixels,
    category: 'Transfer',
    title: 'Largest picture, in pixels',
    explanation: 'Width times height of a picture that is chosen as a photo may be at most this.',
  },
  Theme: {
    kind: 'choice',
    choices: themes,
    category: 'Appearance',
    title: 'Theme',
    explanation: 'Light, dark, or what the system shows.',
  },
  Language: {
    kind: 'choice',
    choices: ['en'],
    category: 'Appearance',
    title: 'Language',
    explanation: 'The language of Roster’s own words.',
  },
  UpdateMode: {
    kind: 'choice',
    choices: ['off', 'internal'],
    category: 'Updates',
    title: 'Updates',
    explanation:
      'Off, or taken from the address under UpdateFeed. Off unless this says otherwise. Only where it is enforced: as a default it does nothing.',
  },
  UpdateFeed: {
    ...text,
    category: 'Updates',
    title: 'Address of updates',
    explanation:
      'The folder of a server of the organisation that holds the updates, as an address with https. Roster asks nothing else. Only where it is enforced, and with UpdateMode.',
  },
  LogLevel: {
    kind: 'choice',
    choices: ['error', 'info'],
    category: 'Support',
    title: 'Level of the log',
    explanation:
      'What is written to roster.log in the data folder. The log never holds anything about people.',
  },
  DeveloperTools: {
    ...boolean,
    category: 'Support',
    title: 'Allow developer tools',
    explanation:
      'Adds the browser’s developer tools to the View menu, for diagnosis together with support.',
  },
} as const satisfies Readonly<Record<string, PolicySetting>>

export type PolicyName = keyof typeof policySettings

export const policyNames = Object.keys(policySettings) as readonly PolicyName[]

const schemaOf = (setting: PolicySetting): z.ZodType => {
  switch (setting.kind) {
    case 'boolean':
      return z.boolean()
    case 'number':
      return z.int().min(setting.least).max(setting.most)
    case 'choice':
      return z.enum(setting.choices)
    case 'text':
      return z.string().min(1).max(setting.longest)
  }
}

type ValueOf<S> = S extends { readonly kind: 'boolean' }
  ? boolean
  : S extends { readonly kind: 'number' }
    ? number
    : S extends { readonly choices: readonly (infer C)[] }
      ? C
      : string

/** The values of managed settings; what is not there is not managed. */
export type PolicyValues = { readonly [N in PolicyName]?: ValueOf<(typeof policySettings)[N]> }

export const policyValueSchemas = Object.fromEntries(
  policyNames.map((name) => [name, schemaOf(policySettings[name])]),
) as Readonly<Record<PolicyName, z.ZodType>>

/** What one source says: `enforced` settings nobody can change, `defaults` the person may. */
export const policyFileSchema = z.strictObject({
  enforced: z.strictObject(policyValueSchemas).partial().default({}),
  defaults: z.strictObject(policyValueSchemas).partial().default({}),
})
