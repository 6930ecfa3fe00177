import { retentionLimits } from '../directory/retention.ts'
import { userNameRules } from '../fields/user-name-rules.ts'
import { damageReportSchema } from '../storage/damage-report.ts'
import { folderNames } from '../storage/folders.ts'
import { z } from '../zod.ts'
import { done, name, nothing, transaction } from './parts.ts'
import type { RequestShapes } from './request.ts'

/** What there is, and how it stands. */
export const directoryRequests = {
  directoryStatus: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({
      state: z.enum(['none', 'locked', 'open', 'damaged']),
      name: z.string().optional(),
      administrators: z
        .array(z.strictObject({ displayName: z.string(), userPrincipalName: z.string() }))
        .optional(),
      /** The user name of whoever was signed in when it was locked. */
      lastSignedIn: z.string().optional(),
      /** Whether this computer keeps whoever was signed in so, or could. */
      staySignedIn: z.enum(['unavailable', 'off', 'on']),
      /** Why the directory cannot be opened, as a sentence. */
      reason: z.string().optional(),
      /** What kind of trouble that is. Nothing is readable then. */
      trouble: z.enum(['damaged', 'newer', 'unreadable']).optional(),
      /** What was found damaged, whether or not it could be read around. `file` is the report's own. */
      damage: damageReportSchema.extend({ file: z.string().nullable() }).optional(),
      /** The directory can be read, and nothing saved in it: why, as a sentence. */
      readOnly: z
        .strictObject({
          reason: z.enum(['in-use', 'not-writable', 'disk-full', 'damaged', 'intended']),
          message: z.string(),
        })
        .optional(),
      /** Saving works or will be tried; what the person ought to know of the disk, as sentences. */
      warnings: z.array(
        z.strictObject({
          kind: z.enum([
            'save-failed',
            'last-space-used',
            'disk-almost-full',
            'damage-repaired',
            'backup-failed',
            'second-backup-failed',
          ]),
          message: z.string(),
        }),
      ),
      /** There are backups, and nobody need sign in to restore one. */
      mayRestore: z.boolean(),
      dataFolder: z.string(),
      hasSample: z.boolean(),
      /** Whether `showFolder` opens a window here. */
      showsFolders: z.boolean(),
      /** Whether `chooseBackupFolder` shows a dialog here. */
      choosesFolders: z.boolean(),
    }),
  },
  /** Reads the data folder again where it could not be opened, or not for saving. */
  retryOpen: { needs: 'nothing', input: nothing, output: done },
  /** Opens a folder in the file manager of the computer that Roster runs on, for whoever sits there. */
  showFolder: {
    needs: 'nothing',
    input: z.strictObject({ folder: z.enum(folderNames) }),
    output: done,
  },
  createDirectory: {
    needs: 'nothing',
    input: z.strictObject({
      name,
      domain: name,
      administrator: z.strictObject({
        displayName: name,
        userPrincipalName: name,
        password: name,
      }),
    }),
    /** Shown this once: whoever has it can set a new password when all are lost. */
    output: z.strictObject({ recoveryKey: z.string() }),
  },
  openSampleDirectory: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ userPrincipalName: z.string(), password: z.string() }),
  },
  getDirectory: {
    needs: 'open directory',
    input: nothing,
    output: z.strictObject({
      displayName: z.string(),
      /** The primary one first. */
      domains: z.array(z.string()),
      userNameRule: z.enum(userNameRules),
      deletedUserRetentionDays: z.int(),
      users: z.int(),
      revision: z.int(),
      dataFolder: z.string(),
      lastSavedAt: z.string(),
      /** Null when there is no backup yet. */
      lastBackupAt: z.string().nullable(),
    }),
  },
  /** Changes the settings that are given. */
  updateDirectory: {
    needs: 'directory.settings',
    input: z.strictObject({
      userNameRule: z.enum(userNameRules).optional(),
      deletedUserRetentionDays: z
        .int()
        .min(retentionLimits.shortest)
        .max(retentionLimits.longest)
        .optional(),
      addDomain: name.optional(),
      /** Refused while a user name ends in it. */
      removeDomain: name.optional(),
      primaryDomain: name.optional(),
    }),
    output: transaction,
  },
} satisfies RequestShapes
