import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { UserLookup } from '../search/user-lookup.ts'
import { eachInSlices } from '../slices.ts'
import { ClaimedNeighbours, neighboursIn } from './neighbours.ts'
import { livingUserIn } from './profile.ts'
import type { SessionService } from './session-service.ts'
import { proposeUpdate } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

/** Gives the people of managers who have left to another. */
export class ReportService {
  readonly #workspace: Workspace
  readonly #session: SessionService

  constructor(workspace: Workspace, session: SessionService) {
    this.#workspace = workspace
    this.#session = session
  }

  async reassign(input: Input<'reassignReports'>): Promise<Output<'reassignReports'>> {
    const open = this.#workspace.current
    const { actor } = this.#session
    const transaction = await open.store.transact(actor, async (directory) => ({
      activity: 'bulkUpdateUsers',
      changes: await reassigned(input, directory, open.lookup),
    }))
    return {
      transactionId: transaction?.id ?? null,
      updated: transaction?.changes.length ?? 0,
    }
  }
}

async function reassigned(
  { managerIds, newManagerId }: Input<'reassignReports'>,
  directory: Directory,
  lookup: UserLookup,
): Promise<Change[]> {
  const leaving = new Set(managerIds)
  const successor = livingUserIn(directory, newManagerId)
  const neighbours = new ClaimedNeighbours(neighboursIn(directory, lookup))
  const changes: Change[] = []
  const move = (user: User, managerId: string | null) => {
    const { problems, user: next, change } = proposeUpdate(user, { managerId }, neighbours)
    if (Object.keys(problems).length > 0)
      throw new AppError('invalid-input', 'invalidInput', {
        fields: { newManagerId: problems.managerId ?? { rule: 'managerGone' } },
      })
    neighbours.claim(next)
    if (change) changes.push(change)
  }
  // Somebody of the team who takes it over comes to stand where the former manager stood.
  if (leaving.has(successor.managerId ?? '')) move(successor, above(successor, leaving, directory))
  const left = [...leaving].flatMap((each) => lookup.reportsOf(each))
  await eachInSlices(left, (id) => {
    if (id !== newManagerId) move(livingUserIn(directory, id), newManagerId)
  })
  return changes
}

/** The first in the line above somebody who stays; null when there is none. */
function above(user: User, leaving: ReadonlySet<string>, { tables }: Directory): string | null {
  const seen = new Set<string>()
  let manager = tables.user.get(user.managerId ?? '')
  while (manager && (leaving.has(manager.id) || manager.deletedDateTime !== null)) {
    if (seen.has(manager.id)) return null
    seen.add(manager.id)
    manager = tables.user.get(manager.managerId ?? '')
  }
  return manager?.id ?? null
}
