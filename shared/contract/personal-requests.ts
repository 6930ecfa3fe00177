import { z } from '../zod.ts'
import { done, id, nothing, rawValues } from './parts.ts'
import { filterSchema, listedSchema, sortSchema } from './query.ts'
import type { RequestShapes } from './request.ts'

const listView = z.strictObject({
  search: z.string().max(1000),
  filters: z.array(filterSchema).max(50),
  sort: z.array(sortSchema).max(5),
  /** The shown columns from left to right; the display name is always the first. */
  columns: z.array(listedSchema).max(100),
  /** In pixels, of the columns that were made wider or narrower. */
  widths: z.partialRecord(listedSchema, z.int().min(1).max(10_000)).default({}),
})

const listState = listView.extend({
  firstRow: z.int().min(0),
  selected: z.array(z.string()).max(10_000),
})

export type ListState = z.output<typeof listState>

const viewName = z.string().trim().min(1).max(64)

const savedView = listView.extend({ name: viewName })

export type SavedView = z.output<typeof savedView>

const draft = z.strictObject({
  /** The revision the draft was begun on; 0 for a new user. */
  revision: z.int().min(0),
  changes: rawValues,
  /** Whom a new user is copied from, and which of their groups they are to join. */
  copied: z.strictObject({ from: id, groupIds: z.array(id).max(1000) }).optional(),
  savedAt: z.string(),
})

export type Draft = z.output<typeof draft>

/** What is kept of an unsaved edit. */
export type KeptEdits = Omit<Draft, 'savedAt'>

/** What each administrator left open. */
export const personalRequests = {
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
  /** The signed-in person's own ways to look at the list, by name. */
  listViews: {
    needs: 'open directory',
    input: nothing,
    output: z.strictObject({ views: z.array(savedView) }),
  },
  /** Takes the place of the view with this name, capitals aside. */
  saveView: {
    needs: 'open directory',
    input: z.strictObject({ view: savedView }),
    output: done,
  },
  deleteView: {
    needs: 'open directory',
    input: z.strictObject({ name: viewName }),
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
    input: draft.omit({ savedAt: true }).extend({ userId: id }),
    output: done,
  },
  discardDraft: {
    needs: 'open directory',
    input: z.strictObject({ userId: id }),
    output: done,
  },
} satisfies RequestShapes
