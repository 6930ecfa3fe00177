import { z } from '../zod.ts'

/** Microsoft Entra's categories of what its audit log tells. */
export const categories = [
  'DirectoryManagement',
  'UserManagement',
  'GroupManagement',
  'RoleManagement',
  'Authentication',
] as const

export type Category = (typeof categories)[number]

/** Microsoft Graph's kinds of operation, and those of sign-ins, which Graph keeps in a log of their own. */
export const operations = [
  'Add',
  'Assign',
  'Update',
  'Unassign',
  'Delete',
  'Restore',
  'Export',
  'SignIn',
  'SignOut',
] as const

export type Operation = (typeof operations)[number]

type ActivityFacts = {
  /** Null where the records that were changed tell it. */
  readonly category: Category | null
  readonly operation: Operation
  readonly result?: 'failure'
  /** Why it cannot be undone: what is said of that. */
  readonly lasting?: 'undoPassword' | 'undoPurge' | 'undoBeginning'
  /** What is told of it beside the records it changed. Never a secret. */
  readonly details?: z.ZodType
}

/** What a person does, as the history tells it. */
export const activities = {
  createDirectory: {
    category: 'DirectoryManagement',
    operation: 'Add',
    lasting: 'undoBeginning',
  },
  updateDirectory: { category: 'DirectoryManagement', operation: 'Update' },
  addUser: { category: 'UserManagement', operation: 'Add' },
  updateUser: { category: 'UserManagement', operation: 'Update' },
  deleteUser: { category: 'UserManagement', operation: 'Delete' },
  restoreUser: { category: 'UserManagement', operation: 'Restore' },
  purgeUser: { category: 'UserManagement', operation: 'Delete', lasting: 'undoPurge' },
  changePhoto: { category: 'UserManagement', operation: 'Update' },
  verifyContact: { category: 'UserManagement', operation: 'Update' },
  assignRole: { category: 'RoleManagement', operation: 'Assign' },
  unassignRole: { category: 'RoleManagement', operation: 'Unassign' },
  bulkUpdateUsers: { category: 'UserManagement', operation: 'Update' },
  addGroup: { category: 'GroupManagement', operation: 'Add' },
  updateGroup: { category: 'GroupManagement', operation: 'Update' },
  deleteGroup: { category: 'GroupManagement', operation: 'Delete' },
  restoreGroup: { category: 'GroupManagement', operation: 'Restore' },
  addMembers: { category: 'GroupManagement', operation: 'Assign' },
  removeMembers: { category: 'GroupManagement', operation: 'Unassign' },
  addOwners: { category: 'GroupManagement', operation: 'Assign' },
  removeOwners: { category: 'GroupManagement', operation: 'Unassign' },
  mergeUsers: { category: 'UserManagement', operation: 'Update' },
  importUsers: { category: 'UserManagement', operation: 'Update' },
  exportUsers: {
    category: 'UserManagement',
    operation: 'Export',
    details: z.object({ format: z.string(), users: z.int() }),
  },
  undo: { category: null, operation: 'Update' },
  redo: { category: null, operation: 'Update' },
  revert: { category: null, operation: 'Update' },
  signIn: { category: 'Authentication', operation: 'SignIn' },
  signInFailed: {
    category: 'Authentication',
    operation: 'SignIn',
    result: 'failure',
    details: z.object({
      /** Null for a name that nobody has. What was typed is not told: it may be a password. */
      userId: z.string().nullable(),
      /** When it was: while the directory is locked, it is told only after the next sign-in. */
      at: z.string(),
      reason: z.enum([
        'unknownUser',
        'wrongPassword',
        'wrongRecoveryKey',
        'accountBlocked',
        'notAnAdministrator',
      ]),
    }),
  },
  signOut: { category: 'Authentication', operation: 'SignOut' },
  changeDataKey: { category: 'DirectoryManagement', operation: 'Update' },
  resetPassword: { category: 'UserManagement', operation: 'Update', lasting: 'undoPassword' },
  changePassword: { category: 'UserManagement', operation: 'Update', lasting: 'undoPassword' },
  recoverAccess: { category: 'Authentication', operation: 'Update', lasting: 'undoPassword' },
  lock: { category: 'Authentication', operation: 'SignOut' },
  renewRecoveryKey: { category: 'DirectoryManagement', operation: 'Update' },
  backUp: {
    category: 'DirectoryManagement',
    operation: 'Export',
    details: z.object({ backup: z.string(), users: z.int() }),
  },
  setBackupFolder: {
    category: 'DirectoryManagement',
    operation: 'Update',
    details: z.object({ folder: z.string().nullable() }),
  },
  bringBackChanges: {
    category: 'DirectoryManagement',
    operation: 'Restore',
    details: z.object({ carried: z.int(), left: z.int() }),
  },
} as const satisfies Readonly<Record<string, ActivityFacts>>

type Activities = typeof activities

export type Activity = keyof Activities

export const allActivities = Object.keys(activities) as [Activity, ...Activity[]]

export const factsOf = (activity: Activity): ActivityFacts => activities[activity]

/** What is told of an action, for a person who reads the history. */
export const detailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
)

type DetailsOf<A extends Activity> = Activities[A] extends { readonly details: z.ZodType<infer D> }
  ? { readonly details: D }
  : { readonly details?: never }

/** An activity with the details that belong to it. */
export type EntryOf<A extends Activity> = { readonly activity: A } & DetailsOf<A>

export type Entry = { [A in Activity]: EntryOf<A> }[Activity]
