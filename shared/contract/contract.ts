import { permissionSchema } from '../directory/permissions.ts'
import { userSchema, verifiable } from '../directory/user.ts'
import { backupSchema } from '../storage/backup.ts'
import { damageReportSchema } from '../storage/damage-report.ts'
import { z } from '../zod.ts'
import { preferencesSchema } from './preferences.ts'
import { filterSchema, listedSchema, sortSchema, userQuery } from './query.ts'
import type { Request } from './requests.ts'

/** Who may make a request: anybody, whoever is signed in, or who holds a permission. */
export const needs = z.union([z.literal(['nothing', 'open directory']), permissionSchema])

export type Needs = z.output<typeof needs>

const id = z.string().min(1).max(100)
const ids = z.array(id).min(1).max(200_000)
const name = z.string().max(1000)
const nothing = z.strictObject({})
const done = z.strictObject({})
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const transaction = z.strictObject({ transactionId: z.string() })
const rawValues = z.record(z.string().max(100), z.unknown())

/** A user as another one refers to them. */
const person = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  jobTitle: z.string().nullable(),
  photo: z.string().nullable(),
  accountEnabled: z.boolean(),
  deleted: z.boolean(),
})

export type Person = z.output<typeof person>

/** A user as stored, with what follows from other records. */
const profile = userSchema.and(
  z.object({
    legalAgeGroupClassification: z.string().nullable(),
    /** The transaction that made this revision: what "Undo" takes back after a save. */
    transactionId: z.string(),
    manager: person.nullable(),
    /** The first hundred by name. */
    directReports: z.array(person),
    directReportCount: z.int(),
    roles: z.array(z.string()),
  }),
)

export type Profile = z.output<typeof profile>

const signedIn = z.strictObject({
  userId: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  roles: z.array(z.string()),
  permissions: z.array(permissionSchema),
  mustChangePassword: z.boolean(),
})

/** One line of the list: the properties asked for, and what a line always needs. */
const row = z.looseObject({
  id: z.string(),
  revision: z.int(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  photo: z.string().nullable(),
  accountEnabled: z.boolean(),
  /** The display name of the manager, when `managerId` was asked for. */
  manager: z.string().nullable().optional(),
  /** Which of the authentication contacts are verified, when one of them was asked for. */
  verified: z.array(z.string()).optional(),
})

export type UserRow = z.output<typeof row>

const listState = z.strictObject({
  search: z.string().max(1000),
  filters: z.array(filterSchema).max(50),
  sort: z.array(sortSchema).max(5),
  /** The shown columns from left to right; the display name is always the first. */
  columns: z.array(listedSchema).max(100),
  /** In pixels, of the columns that were made wider or narrower. */
  widths: z.partialRecord(listedSchema, z.int().min(1).max(10_000)).default({}),
  firstRow: z.int().min(0),
  selected: z.array(z.string()).max(10_000),
})

export type ListState = z.output<typeof listState>

const draft = z.strictObject({
  /** The revision the draft was begun on; 0 for a new user. */
  revision: z.int(),
  changes: rawValues,
  savedAt: z.string(),
})

export type Draft = z.output<typeof draft>

/** The one description of the boundary: what each request takes, gives back, and who may make it. */
export const contract = {
  directoryStatus: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({
      state: z.enum(['none', 'locked', 'open', 'damaged']),
      name: z.string().optional(),
      administrators: z
        .array(z.strictObject({ displayName: z.string(), userPrincipalName: z.string() }))
        .optional(),
      /** Why the directory cannot be opened, as a sentence. */
      reason: z.string().optional(),
      /** What kind of trouble that is. Nothing is readable then. */
      trouble: z.enum(['damaged', 'newer', 'unreadable']).optional(),
      /** What was found damaged, whether or not it could be read around. `file` is the report's own. */
      damage: damageReportSchema.extend({ file: z.string().nullable() }).optional(),
      /** The directory can be read, and nothing saved in it: why, as a sentence. */
      readOnly: z
        .strictObject({
          reason: z.enum(['in-use', 'not-writable', 'disk-full', 'damaged']),
          message: z.string(),
        })
        .optional(),
      /** Saving works or will be tried; what the person ought to know of the disk, as sentences. */
      warnings: z.array(
        z.strictObject({
          kind: z.enum(['save-failed', 'disk-almost-full', 'damage-repaired', 'backup-failed']),
          message: z.string(),
        }),
      ),
      /** There are backups, and nobody need sign in to restore one. */
      mayRestore: z.boolean(),
      dataFolder: z.string(),
      hasSample: z.boolean(),
    }),
  },
  /** Reads the data folder again where it could not be opened, or not for saving. */
  retryOpen: { needs: 'nothing', input: nothing, output: done },
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
    /** `recoveryKey` is empty while the directory is not sealed. */
    output: z.strictObject({ recoveryKey: z.string() }),
  },
  openSampleDirectory: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ userPrincipalName: z.string(), password: z.string() }),
  },
  signIn: {
    needs: 'nothing',
    input: z.strictObject({ userPrincipalName: name, password: name }),
    output: signedIn,
  },
  signOut: { needs: 'open directory', input: nothing, output: done },
  whoAmI: { needs: 'open directory', input: nothing, output: signedIn },
  getDirectory: {
    needs: 'open directory',
    input: nothing,
    output: z.strictObject({
      displayName: z.string(),
      domains: z.array(z.string()),
      users: z.int(),
      revision: z.int(),
      dataFolder: z.string(),
      lastSavedAt: z.string(),
      /** Null when there is no backup yet. */
      lastBackupAt: z.string().nullable(),
    }),
  },
  listUsers: {
    needs: 'users.read',
    input: userQuery.extend({
      offset: z.int().min(0),
      limit: z.int().min(0).max(1000),
      /** The properties each row holds besides those every row has. */
      properties: z.array(listedSchema).max(100).optional(),
      /** Answers only the ids, up to 200,000 and from the first, for "select all". */
      idsOnly: z.boolean().optional(),
    }),
    output: z.strictObject({
      /** All users of this list, before search and filters. */
      total: z.int(),
      matching: z.int(),
      rows: z.array(row),
      ids: z.array(z.string()).optional(),
      revision: z.int(),
      /** Nothing matched as typed; these match when one typing error is allowed. */
      approximate: z.boolean(),
    }),
  },
  getUser: { needs: 'users.read', input: z.strictObject({ id }), output: profile },
  createUser: {
    needs: 'users.create',
    input: z.strictObject({ values: rawValues }),
    output: profile,
  },
  updateUser: {
    needs: 'users.update',
    input: z.strictObject({ id, revision: z.int().min(0), changes: rawValues }),
    output: profile,
  },
  /** Checks values as a save would, also against all other users, and saves nothing. */
  checkUser: {
    needs: 'users.read',
    input: z.strictObject({ id: id.optional(), values: rawValues }),
    output: z.strictObject({ fields: z.record(z.string(), z.string()) }),
  },
  deleteUsers: { needs: 'users.delete', input: z.strictObject({ ids }), output: transaction },
  restoreUsers: { needs: 'users.delete', input: z.strictObject({ ids }), output: transaction },
  /** The values a property has in the directory, most used first. */
  listValues: {
    needs: 'users.read',
    input: z.strictObject({
      property: listedSchema,
      search: z.string().max(200).default(''),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      values: z.array(z.strictObject({ value: z.string(), count: z.int() })),
    }),
  },
  verifyContact: {
    needs: 'users.authentication',
    input: z.strictObject({
      id,
      revision: z.int().min(0),
      property: z.enum(verifiable),
      verified: z.boolean(),
    }),
    output: profile,
  },
  setPhoto: {
    needs: 'photos.update',
    input: z.strictObject({
      id,
      revision: z.int().min(0),
      image: bytes,
      /** The square to keep, in pixels of the upright picture. Without one, the middle is kept. */
      crop: z
        .strictObject({ x: z.number().min(0), y: z.number().min(0), size: z.number().min(1) })
        .optional(),
    }),
    output: profile,
  },
  removePhoto: {
    needs: 'photos.update',
    input: z.strictObject({ id, revision: z.int().min(0) }),
    output: profile,
  },
  previewImport: {
    needs: 'directory.import',
    input: z.strictObject({ name: z.string().max(1000), bytes }),
    output: z.strictObject({
      importId: z.string(),
      total: z.int(),
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      invalid: z.int(),
      /** Domains that valid rows use and the directory does not have yet; applying adds them. */
      newDomains: z.array(z.string()),
      /** `line` counts from 1 and is where the row begins in the file. */
      problems: z.array(
        z.strictObject({
          line: z.int(),
          property: z.string().optional(),
          message: z.string(),
        }),
      ),
    }),
  },
  applyImport: {
    needs: 'directory.import',
    input: z.strictObject({ importId: id }),
    /** `transactionId` is null when the file changed nothing. */
    output: z.strictObject({
      transactionId: z.string().nullable(),
      created: z.int(),
      updated: z.int(),
    }),
  },
  undo: {
    needs: 'history.undo',
    input: z.strictObject({ transactionId: id }),
    output: transaction,
  },
  /** While nobody can sign in because the directory is damaged or gone, anybody may; then `directory.backup`. */
  listBackups: {
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ folder: z.string(), backups: z.array(backupSchema) }),
  },
  backUpNow: { needs: 'directory.backup', input: nothing, output: backupSchema },
  /** Who may is as for `listBackups`. Afterwards nobody is signed in. */
  restoreBackup: {
    needs: 'nothing',
    input: z.strictObject({ id }),
    output: z.strictObject({
      backup: backupSchema,
      /** Where the directory that was replaced is kept; null when there was none. */
      keptAt: z.string().nullable(),
      /** Photos that no good copy was left of. */
      missingPhotos: z.int(),
    }),
  },
  getListState: {
    needs: 'open directory',
    input: nothing,
    output: z.strictObject({ state: listState.nullable() }),
  },
  setListState: {
    needs: 'open directory',
    input: z.strictObject({ state: listState }),
    output: done,
  },
  /** The signed-in person's unsaved edit of a user, or of a new one (`userId` "new"). */
  getDraft: {
    needs: 'open directory',
    input: z.strictObject({ userId: id }),
    output: z.strictObject({ draft: draft.nullable() }),
  },
  saveDraft: {
    needs: 'open directory',
    input: z.strictObject({ userId: id, revision: z.int().min(0), changes: rawValues }),
    output: done,
  },
  discardDraft: {
    needs: 'open directory',
    input: z.strictObject({ userId: id }),
    output: done,
  },
  getPreferences: { needs: 'nothing', input: nothing, output: preferencesSchema },
  setPreferences: {
    needs: 'nothing',
    input: preferencesSchema.partial(),
    output: preferencesSchema,
  },
} satisfies Record<
  Request,
  { readonly needs: Needs; readonly input: z.ZodType; readonly output: z.ZodType }
>

type Contract = typeof contract

/** What a handler receives: the input as the schema leaves it. */
export type Input<R extends Request> = z.output<Contract[R]['input']>

/** What a caller may give: fields with a default may be left out. */
export type Asked<R extends Request> = z.input<Contract[R]['input']>

export type Output<R extends Request> = z.output<Contract[R]['output']>

/** The application implements this. */
export type Api = { readonly [R in Request]: (input: Input<R>) => Promise<Output<R>> }

/** The renderer calls this. */
export type Client = { readonly [R in Request]: (input: Asked<R>) => Promise<Output<R>> }
