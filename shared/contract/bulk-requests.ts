import { bulkEditsSchema } from '../fields/bulk-edit.ts'
import { type PropertyName, propertyNames } from '../fields/catalogue.ts'
import { z } from '../zod.ts'
import { id, ids, mostRows } from './parts.ts'
import { concerning, type RequestShapes } from './request.ts'

const property = z.enum(propertyNames as [PropertyName, ...PropertyName[]])

export const previewStates = ['changed', 'unchanged', 'invalid'] as const

/** One value of one user, now and as it would be. */
const cell = z.strictObject({
  property,
  before: z.unknown(),
  after: z.unknown(),
  /** What is wrong with the new value, as a sentence. */
  problem: z.string().optional(),
})

const previewRow = z.strictObject({
  /** Null where nobody was found. */
  id: z.string().nullable(),
  /** The user's name; what stood in the pasted row where nobody was found. */
  displayName: z.string(),
  userPrincipalName: z.string().nullable(),
  state: z.enum(previewStates),
  /** The properties that were edited or follow from an edit, in the order of the catalogue. */
  cells: z.array(cell),
  /** The display names of the managers in the cells, by id. */
  people: z.record(z.string(), z.string()),
  /** What is wrong with the row as a whole, as a sentence. */
  problem: z.string().optional(),
})

const previewWindow = z.strictObject({
  total: z.int(),
  /** How many rows there are in this state. */
  matching: z.int(),
  rows: z.array(previewRow),
})

export type PreviewRow = z.output<typeof previewRow>

const preview = previewWindow.extend({
  previewId: z.string(),
  changed: z.int(),
  unchanged: z.int(),
  invalid: z.int(),
  /** What is edited or follows from an edit in any of the rows, in the order of the catalogue. */
  properties: z.array(property),
})

/** The columns by which a pasted row can find its user, the surest first. */
export const rowKeys = ['id', 'userPrincipalName', 'employeeId', 'mail'] as const

export type RowKey = (typeof rowKeys)[number]

/** Editing many users at once: a preview first, then all of it or its valid part as one transaction. */
export const bulkRequests = {
  /** Answers the first rows too; `listPreview` answers the others. */
  previewBulkUpdate: concerning({
    needs: 'users.update',
    concerns: ({ edits }) => ({ properties: edits.map((edit) => edit.property) }),
    input: z.strictObject({ ids, edits: bulkEditsSchema }),
    output: preview,
  }),
  /** The same of rows copied from a spreadsheet, with their headings. */
  previewPastedUpdate: {
    needs: 'users.update',
    input: z.strictObject({
      text: z.string().min(1).max(20_000_000),
      /** How users are found; by the surest column there is, when none is given. */
      foundBy: z.enum(rowKeys).optional(),
      /** What an empty cell does to the property. */
      empty: z.enum(['keep', 'clear']).default('keep'),
    }),
    output: preview.extend({
      foundBy: z.enum(rowKeys),
      /** The headings, and the property each one is; null where it is none, and the column is left out. */
      columns: z.array(
        z.strictObject({
          heading: z.string(),
          property: z.union([property, z.literal('id')]).nullable(),
        }),
      ),
    }),
  },
  listPreview: {
    needs: 'users.update',
    input: z.strictObject({
      previewId: id,
      /** All rows when none is given. */
      state: z.enum(previewStates).optional(),
      offset: z.int().min(0),
      limit: z.int().min(0).max(mostRows),
    }),
    output: previewWindow,
  },
  bulkUpdateUsers: {
    needs: 'users.update',
    input: z.strictObject({
      previewId: id,
      /** "all" saves nothing while any row is invalid. */
      only: z.enum(['valid', 'all']),
    }),
    /** `transactionId` is null when nothing changes. */
    output: z.strictObject({ transactionId: z.string().nullable(), updated: z.int() }),
  },
} satisfies RequestShapes
