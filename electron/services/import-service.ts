import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { type Directory, organizationId, organizationOf } from '../../shared/directory/directory.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import {
  checkDomainName,
  splitUserPrincipalName,
} from '../../shared/fields/rules/user-principal-name.ts'
import { type CheckValue, rememberingChecks } from '../../shared/fields/values.ts'
import type { Problem } from '../../shared/text/message.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import type { Sentences } from '../sentences.ts'
import { eachInSlices } from '../slices.ts'
import { headroom, inMegabytes } from '../store/disk-space.ts'
import { sizeOfChanges } from '../store/format/transaction-lines.ts'
import { type ImportedRow, readEntraDownload } from '../transfer/entra-download.ts'
import { readCsv } from '../transfer/read-csv.ts'
import { type ForbiddenChanges, forbiddenChanges } from './authorise.ts'
import type { BackupService } from './backup-service.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'
import { type ProposedRow, planRows } from './plan-rows.ts'
import { PreparedChanges } from './prepared-changes.ts'
import type { SessionService } from './session-service.ts'
import { proposeNewUser, proposeUpdate } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

type RowProblem = { readonly line: number; readonly property: string; readonly problem: Problem }

type Preview = {
  readonly changes: Change[]
  readonly created: number
  readonly updated: number
}

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes users in from a file: first a preview, then all valid rows as one transaction. */
export class ImportService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #sentences: Sentences
  readonly #backups: Pick<BackupService, 'beforeImport'>
  readonly #prepared: PreparedChanges<Preview>

  constructor(
    workspace: Workspace,
    session: SessionService,
    sentences: Sentences,
    backups: Pick<BackupService, 'beforeImport'>,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#sentences = sentences
    this.#backups = backups
    this.#prepared = new PreparedChanges(workspace, session, {
      gone: 'importGone',
      stale: 'importStale',
    })
  }

  async preview({ bytes }: Input<'previewImport'>): Promise<Output<'previewImport'>> {
    const { store, lookup } = this.#workspace.current
    const rows = await readCsv(bytes)
    const { revision } = store.directory
    const { counts, ...plan } = await prepare(readEntraDownload(rows), store.directory, lookup, {
      forbidden: forbiddenChanges(store.directory, this.#session.actor.id),
      admitsDomains: this.#session.holds('directory.settings'),
    })
    const importId = this.#prepared.keep(revision, {
      changes: plan.changes,
      created: counts.new,
      updated: counts.changed,
    })
    return {
      importId,
      total: rows.length - 1,
      ...counts,
      newDomains: plan.newDomains,
      problems: plan.problems.map(({ line, property, problem }) => ({
        line,
        property,
        message: this.#sentences.problem(problem),
      })),
    }
  }

  async apply({ importId }: Input<'applyImport'>): Promise<Output<'applyImport'>> {
    const { changes, created, updated } = this.#prepared.find(importId)
    await this.#refuseWithoutSpace(changes)
    await this.#backups.beforeImport()
    const transaction = await this.#prepared.apply(importId, () => ({
      activity: 'importUsers',
      changes,
    }))
    return { transactionId: transaction?.id ?? null, created, updated }
  }

  /** Everything is written twice: into the journal, and soon after into a checkpoint. */
  async #refuseWithoutSpace(changes: readonly Change[]): Promise<void> {
    const free = await this.#workspace.folder.freeSpace()
    const needed = headroom + 2 * sizeOfChanges(changes)
    if (free === null || free >= needed) return
    throw new AppError('storage', 'importNoSpace', { values: inMegabytes(needed, free) })
  }
}

/** What whoever imports may do. */
type Powers = {
  readonly forbidden: ForbiddenChanges
  readonly admitsDomains: boolean
}

/** Works out, row by row, what the file comes to. */
async function prepare(
  rows: Iterable<ImportedRow>,
  directory: Directory,
  lookup: UserLookup,
  { forbidden, admitsDomains }: Powers,
) {
  const neighbours = new ClaimedNeighbours(neighboursIn(directory, lookup))
  const problems: RowProblem[] = []
  const changes: Change[] = []
  const seen = new Map<string, number>()
  const counts = { new: 0, changed: 0, unchanged: 0, invalid: 0 }
  let known = neighbours.domains
  const check = rememberingChecks()
  const propose = (row: ImportedRow) => {
    known = neighbours.domains
    if (admitsDomains) admitDomain(row, neighbours)
    return proposeRow(row, directory, lookup, neighbours, seen, check)
  }
  await eachInSlices(planRows(rows, neighbours, propose, forbidden), (planned) => {
    const { row, id, state, change } = planned
    if (state === 'invalid') neighbours.domains = known
    else if (id !== null) seen.set(id, row.line)
    counts[change?.before === null ? 'new' : state] += 1
    if (change) changes.push(change)
    for (const [property, problem] of Object.entries(planned.problems))
      problems.push({ line: row.line, property, problem })
  })
  const { domains } = organizationOf(directory)
  const newDomains = neighbours.domains.slice(domains.length)
  if (newDomains.length > 0 && changes.length > 0)
    changes.unshift({
      kind: 'organization',
      id: organizationId,
      before: { domains },
      after: { domains: [...neighbours.domains] },
    })
  return { counts, problems, changes, newDomains: [...newDomains] }
}

/**
 * The portal verified the domains in its own export, so a new one is admitted with its first user; by whoever
 * may change the directory's settings.
 */
function admitDomain({ values }: ImportedRow, neighbours: ClaimedNeighbours) {
  const { domain } = splitUserPrincipalName(String(values.userPrincipalName ?? ''))
  const known = neighbours.domains.some((each) => each.toLowerCase() === domain.toLowerCase())
  if (!known && !checkDomainName(domain)) neighbours.domains = [...neighbours.domains, domain]
}

function proposeRow(
  { line, id, values }: ImportedRow,
  directory: Directory,
  lookup: UserLookup,
  neighbours: ClaimedNeighbours,
  seen: ReadonlyMap<string, number>,
  check: CheckValue,
): ProposedRow {
  if (id !== null && !objectId.test(id))
    return { found: { id: { rule: 'notAnObjectId', values: { value: id } } } }
  const userName = String(values.userPrincipalName ?? '')
  const byId = id === null ? undefined : directory.tables.user.get(id)
  const byName = directory.tables.user.get(lookup.byUserPrincipalName(userName) ?? '')
  const existing = byId ?? byName
  const earlier = seen.get(existing?.id ?? id ?? '')
  if (earlier !== undefined && earlier !== line)
    return { found: { id: { rule: 'repeatedRow', values: { line: earlier } } } }
  if (existing?.deletedDateTime)
    return {
      found: { id: { rule: 'matchesDeleted', values: { name: existing.displayName } } },
    }
  const proposal = existing
    ? proposeUpdate(existing, values, neighbours, check)
    : proposeNewUser(id ?? randomUUID(), values, neighbours, {}, check)
  return { proposal, found: { ...proposal.problems } }
}
