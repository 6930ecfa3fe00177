import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { isUniqueToOne } from '../../shared/directory/unique-to-one.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { isPropertyName, propertyNames } from '../../shared/fields/catalogue.ts'
import type { RawValues } from '../../shared/fields/values.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { referenceOf } from './group-details.ts'
import { sequenceIn } from './history-service.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'
import { livingUserIn } from './profile.ts'
import { RecordNames } from './record-names.ts'
import type { SessionService } from './session-service.ts'
import { successionOf } from './succession.ts'
import { userAsOf } from './user-as-of.ts'
import { type Proposal, proposeUpdate } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

/** Tells what a user was, and makes one user of two. */
export class CompareService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #now: () => Date

  constructor(workspace: Workspace, session: SessionService, now: () => Date) {
    this.#workspace = workspace
    this.#session = session
    this.#now = now
  }

  async asOf({ id, transactionId }: Input<'getUserAsOf'>): Promise<Output<'getUserAsOf'>> {
    const { store } = this.#workspace.current
    const sequence = sequenceIn(store.directory, transactionId)
    if (sequence === null) throw new AppError('not-found', 'transactionGone')
    const [page] = await store.history.read([sequence], { offset: 0, limit: 0 })
    const at = page?.at ?? ''
    const user = await userAsOf(store, id, sequence)
    if (!user) return { at, user: null }
    const values = Object.fromEntries(propertyNames.map((name) => [name, user[name] ?? null]))
    return {
      at,
      user: {
        displayName: String(user.displayName),
        values,
        manager: await this.#nameOf(values.managerId),
      },
    }
  }

  async previewMerge({ keptId, otherId }: Input<'previewMerge'>): Promise<Output<'previewMerge'>> {
    const { store, groups } = this.#workspace.current
    const { id: staying } = livingUserIn(store.directory, keptId)
    const { id: going } = livingUserIn(store.directory, otherId)
    const { joined, owned } = successionOf(staying, going, store.directory, groups.lookup)
    return { joined: joined.map(referenceOf), owned: owned.map(referenceOf) }
  }

  async merge(input: Input<'mergeUsers'>): Promise<Output<'mergeUsers'>> {
    const { kept, other, take } = input
    const open = this.#workspace.current
    const deletedDateTime = this.#now().toISOString()
    const saved = await open.store.transact(this.#session.actor, async (directory) => {
      const staying = livingUserIn(directory, kept.id)
      const going = livingUserIn(directory, other.id)
      const taken = takenFrom(going, take)
      refuseStale(staying, kept.revision)
      refuseStale(going, other.revision)
      const changes = changesOf(staying, going, taken, directory, open.lookup)
      const succession = successionOf(staying.id, going.id, directory, open.groups.lookup)
      const handedOver = input.groups ? succession.changes : []
      const deletion: Change = {
        kind: 'user',
        id: going.id,
        before: { deletedDateTime: null },
        after: { deletedDateTime },
      }
      return { activity: 'mergeUsers', changes: [...changes, ...handedOver, deletion] }
    })
    return { transactionId: saved?.id ?? '' }
  }

  async #nameOf(id: unknown): Promise<string | null> {
    if (typeof id !== 'string') return null
    const names = new RecordNames(this.#workspace.current.store)
    await names.learn([], [id])
    return names.record(id)
  }
}

/** What was chosen between two users was chosen by what they were then. */
function refuseStale({ displayName, revision }: User, seen: number) {
  if (revision !== seen)
    throw new AppError('conflict', 'mergeStale', { values: { name: displayName } })
}

function takenFrom(user: User, names: readonly string[]): RawValues {
  const wrong = names.find((name) => !isPropertyName(name) || isUniqueToOne(name))
  if (wrong !== undefined)
    throw new AppError('invalid-input', 'invalidInput', {
      fields: { [wrong]: { rule: 'unknownProperty' } },
    })
  return Object.fromEntries(names.map((name) => [name, user[name as keyof User]]))
}

/** What becomes of the one who stays, and of everybody who reports to the one who goes. */
function changesOf(
  staying: User,
  going: User,
  taken: RawValues,
  directory: Directory,
  lookup: UserLookup,
): Change[] {
  const neighbours = new ClaimedNeighbours(neighboursIn(directory, lookup))
  // Nobody reports to who is about to be deleted: the way up goes on past them.
  const manager =
    (taken.managerId ?? staying.managerId) === going.id ? { managerId: going.managerId } : {}
  const proposals = [proposeUpdate(staying, { ...taken, ...manager }, neighbours)]
  neighbours.claim(proposals[0]?.user ?? staying)
  for (const id of lookup.reportsOf(going.id)) {
    const report = directory.tables.user.get(id)
    if (!report || id === staying.id) continue
    const proposal = proposeUpdate(report, { managerId: staying.id }, neighbours)
    neighbours.claim(proposal.user)
    proposals.push(proposal)
  }
  return proposals.flatMap(sound)
}

function sound({ problems, change }: Proposal): Change[] {
  if (Object.keys(problems).length > 0)
    throw new AppError('invalid-input', 'invalidInput', { fields: problems })
  return change ? [change] : []
}
