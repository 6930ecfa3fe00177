import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import { AppError } from '../../shared/errors.ts'
import { type BulkEdit, editedValue } from '../../shared/fields/bulk-edit.ts'
import type { Sentences } from '../sentences.ts'
import { eachInSlices } from '../slices.ts'
import { readSheet } from '../transfer/read-sheet.ts'
import { forbiddenChanges } from './authorise.ts'
import { BulkPreview, type BulkRow } from './bulk-preview.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'
import { keyColumn, pastedRows } from './pasted-rows.ts'
import { type PlannedRow, type ProposedRow, planRows } from './plan-rows.ts'
import { PreparedChanges } from './prepared-changes.ts'
import type { SessionService } from './session-service.ts'
import { proposeUpdate } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

/** How many rows the first answer holds. */
const firstRows = 100

/** Edits many users at once: first a preview of every value, then all of it as one transaction. */
export class BulkEditService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #sentences: Sentences
  readonly #prepared: PreparedChanges<BulkPreview>

  constructor(workspace: Workspace, session: SessionService, sentences: Sentences) {
    this.#workspace = workspace
    this.#session = session
    this.#sentences = sentences
    this.#prepared = new PreparedChanges(workspace, session, {
      gone: 'previewGone',
      stale: 'previewStale',
    })
  }

  async preview({ ids, edits }: Input<'previewBulkUpdate'>): Promise<Output<'previewBulkUpdate'>> {
    const { directory } = this.#workspace
    return this.#preview(editedRows(new Set(ids), edits, directory))
  }

  async previewPasted({
    text,
    foundBy,
    empty,
  }: Input<'previewPastedUpdate'>): Promise<Output<'previewPastedUpdate'>> {
    const { store, lookup } = this.#workspace.current
    const sheet = await readSheet(text)
    const key = keyColumn(sheet, foundBy)
    const rows = await pastedRows(sheet, key, empty, store.directory, lookup)
    return { ...(await this.#preview(rows)), foundBy: key, columns: [...sheet.columns] }
  }

  async list({ previewId, ...asked }: Input<'listPreview'>): Promise<Output<'listPreview'>> {
    const preview = this.#prepared.find(previewId)
    return preview.window(this.#workspace.directory, this.#sentences, asked)
  }

  async apply({ previewId, only }: Input<'bulkUpdateUsers'>): Promise<Output<'bulkUpdateUsers'>> {
    const preview = this.#prepared.find(previewId)
    const invalid = preview.in('invalid').length
    if (only === 'all' && invalid > 0)
      throw new AppError('invalid-input', 'previewInvalid', { values: { count: invalid } })
    const transaction = await this.#prepared.apply(previewId, () => ({
      activity: 'bulkUpdateUsers',
      changes: preview.in('changed').flatMap(({ change }) => change ?? []),
    }))
    return { transactionId: transaction?.id ?? null, updated: preview.in('changed').length }
  }

  async #preview(asked: Iterable<BulkRow>): Promise<Output<'previewBulkUpdate'>> {
    const { store, lookup } = this.#workspace.current
    const { directory } = store
    const rows: PlannedRow<BulkRow>[] = []
    const neighbours = new ClaimedNeighbours(neighboursIn(directory, lookup))
    const propose = proposing(directory, neighbours)
    const forbidden = forbiddenChanges(directory, this.#session.actor.id)
    await eachInSlices(planRows(asked, neighbours, propose, forbidden), (row) => rows.push(row))
    const preview = new BulkPreview(rows)
    return {
      previewId: this.#prepared.keep(directory.revision, preview),
      changed: preview.in('changed').length,
      unchanged: preview.in('unchanged').length,
      invalid: preview.in('invalid').length,
      properties: [...preview.properties],
      ...preview.window(directory, this.#sentences, { offset: 0, limit: firstRows }),
    }
  }
}

function* editedRows(
  ids: ReadonlySet<string>,
  edits: readonly BulkEdit[],
  { tables }: Directory,
): Generator<BulkRow> {
  for (const id of ids) {
    const user = tables.user.get(id)
    const values = edits.map((edit) => [edit.property, editedValue(edit, user?.[edit.property])])
    yield { id, name: id, values: Object.fromEntries(values) }
  }
}

const proposing =
  (directory: Directory, neighbours: ClaimedNeighbours) =>
  ({ id, values, problem }: BulkRow): ProposedRow => {
    const user = directory.tables.user.get(id ?? '')
    if (problem || !user) return { found: { id: problem ?? { rule: 'noSuchUser' } } }
    if (user.deletedDateTime !== null)
      return { found: { id: { rule: 'matchesDeleted', values: { name: user.displayName } } } }
    const proposal = proposeUpdate(user, values, neighbours)
    return { proposal, found: proposal.problems }
  }
