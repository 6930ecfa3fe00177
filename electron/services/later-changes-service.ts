import type { Output } from '../../shared/contract/contract.ts'
import { applyTransaction } from '../../shared/directory/apply.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Actor, Change, Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { UserLookup } from '../search/user-lookup.ts'
import type { Begun, Salvage } from '../store/salvage.ts'
import type { BackupService } from './backup-service.ts'
import { type Misfit, misfitOf } from './misfit.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** So many of the changes that do not fit are listed. */
const mostListed = 200

export type LaterChangesPorts = {
  readonly salvage: Salvage
  readonly backups: BackupService
  /** Refuses changes that would leave nobody who can administer the directory. */
  readonly guard: (directory: Directory, changes: readonly Change[]) => Promise<void>
}

/** What came of carrying transactions over. */
type Carried = {
  readonly carried: number
  readonly left: readonly { readonly transaction: Transaction; readonly misfit: Misfit }[]
}

/** Brings back what is whole of a damaged directory, and the later changes that fit on top of it. */
export class LaterChangesService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #ports: LaterChangesPorts

  constructor(workspace: Workspace, session: SessionService, ports: LaterChangesPorts) {
    this.#workspace = workspace
    this.#session = session
    this.#ports = ports
  }

  /** Works out what could be brought back, and changes nothing. */
  async preview(): Promise<Output<'previewLaterChanges'>> {
    this.#refuseUndamaged()
    const remains = await this.#ports.salvage.read()
    if (!remains) return { possible: false, savedAt: null, fitting: 0, left: [], more: 0 }
    const { directory, later } = remains
    const { savedAt } = directory
    let present = directory
    const { carried, left } = await this.#carry(present, later, async (transaction) => {
      const { sequence } = present
      present = applyTransaction(present, { ...transaction, sequence: sequence + 1 })
      return { directory: present, id: transaction.id }
    })
    return {
      possible: true,
      savedAt,
      fitting: carried,
      left: left.slice(0, mostListed).map(({ transaction, misfit }) => ({
        id: transaction.id,
        at: transaction.at,
        actor: transaction.actor.displayName,
        activity: transaction.activity,
        ...misfit,
      })),
      more: Math.max(0, left.length - mostListed),
    }
  }

  /** Puts a new directory in the damaged one's place, which is kept beside it. Everybody is signed out. */
  async bringBack(): Promise<Output<'bringBackLaterChanges'>> {
    this.#refuseUndamaged()
    const { salvage, backups } = this.#ports
    const { actor } = this.#session
    const { prepared, keptAt } = await backups.replace(() =>
      salvage.prepare((begun, later) => this.#carryInto(begun, later, actor)),
    )
    return { carried: prepared.carried, left: prepared.left.length, keptAt }
  }

  async #carryInto(begun: Begun, later: readonly Transaction[], actor: Actor): Promise<Carried> {
    const outcome = await this.#carry(begun.directory, later, async (transaction) => {
      const { id } = await begun.again(transaction)
      return { directory: begun.directory, id }
    })
    const details = { carried: outcome.carried, left: outcome.left.length }
    await begun.record(actor, { activity: 'bringBackChanges', details })
    return outcome
  }

  /** Saves each transaction that fits on top of those before it. */
  async #carry(
    directory: Directory,
    later: readonly Transaction[],
    save: (transaction: Transaction) => Promise<{ directory: Directory; id: string }>,
  ): Promise<Carried> {
    const lookup = new UserLookup(directory.tables.user.values())
    const left: { transaction: Transaction; misfit: Misfit }[] = []
    /** Numbers are given anew, and what takes another transaction back names it by its number. */
    const ids = new Map(later.map(({ id }) => [id, '']))
    let present = directory
    for (const transaction of later) {
      const misfit = await this.#misfitOf(present, transaction, lookup)
      if (misfit) {
        left.push({ transaction, misfit })
        continue
      }
      const saved = await save(renamed(transaction, ids))
      ids.set(transaction.id, saved.id)
      present = saved.directory
      lookup.apply(transaction, present)
    }
    return { carried: later.length - left.length, left }
  }

  async #misfitOf(directory: Directory, transaction: Transaction, lookup: UserLookup) {
    const misfit = misfitOf(directory, transaction, lookup)
    if (misfit) return misfit
    try {
      await this.#ports.guard(directory, transaction.changes)
      return null
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause
      return { reason: 'in-the-way', kind: 'user', name: String(cause.values?.name ?? '') } as const
    }
  }

  #refuseUndamaged(): void {
    if (this.#workspace.readOnly?.key !== 'readOnlyDamaged')
      throw new AppError('not-found', 'nothingToBringBack')
  }
}

/** What it takes back by the number that it has now; nothing where that was lost or did not fit. */
function renamed(transaction: Transaction, ids: ReadonlyMap<string, string>): Transaction {
  const { undoes, ...rest } = transaction
  if (undoes === undefined) return rest
  const id = ids.get(undoes) ?? undoes
  return id === '' ? rest : { ...rest, undoes: id }
}
