import type { Input, Output } from '../../shared/contract/contract.ts'
import { type Directory, organizationOf } from '../../shared/directory/directory.ts'
import { daysLeft } from '../../shared/directory/retention.ts'
import { type Actor, roster } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { After } from '../after.ts'
import type { Log } from '../log.ts'
import { userIn } from './profile.ts'
import type { SessionService } from './session-service.ts'
import { removalOf } from './user-removal.ts'
import type { OpenDirectory, Workspace } from './workspace.ts'

/** In milliseconds: how long after a sign-in, and then how often, deleted users are looked through. */
const pause = 30_000
const hour = 3_600_000

export type PurgePorts = {
  readonly now: () => Date
  readonly after: After
  readonly log: Log
}

/** Removes deleted users for good: when somebody asks for it, and once they were kept long enough. */
export class PurgeService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #ports: PurgePorts
  #endPause: (() => void) | null = null
  #closed = false
  #running: Promise<void> = Promise.resolve()

  constructor(workspace: Workspace, session: SessionService, ports: PurgePorts) {
    this.#workspace = workspace
    this.#session = session
    this.#ports = ports
  }

  async purge({ ids }: Input<'purgeUsers'>): Promise<Output<'purgeUsers'>> {
    const transactionId = await this.#remove(this.#session.actor, (directory) =>
      [...new Set(ids)].map((id) => deletedUserIn(directory, id)),
    )
    return { transactionId }
  }

  /** Removes, soon and from then on, whoever was kept long enough. Called when somebody signs in. */
  consider(): void {
    this.#wait(pause)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#endPause?.()
    await this.#running
  }

  #wait(milliseconds: number): void {
    if (this.#endPause || this.#closed) return
    this.#endPause = this.#ports.after(milliseconds, () => {
      this.#endPause = null
      this.#running = this.#removeExpired().finally(() => this.#wait(hour))
    })
  }

  async #removeExpired(): Promise<void> {
    const { isOpen, readOnly } = this.#workspace
    if (!isOpen || readOnly) return
    const now = this.#ports.now()
    const expired = () => expiredIn(this.#workspace.current, now)
    try {
      if (expired().length > 0) await this.#remove(roster, expired)
    } catch (cause) {
      this.#ports.log.error('deleted users were not removed when their time had come', cause)
    }
  }

  async #remove(actor: Actor, choose: (directory: Directory) => readonly User[]): Promise<string> {
    const { store } = this.#workspace.current
    const transaction = await store.transact(actor, async (directory) => ({
      activity: 'purgeUser',
      changes: await removalOf(choose(directory), directory),
    }))
    return transaction?.id ?? ''
  }
}

function deletedUserIn(directory: Directory, id: string): User {
  const user = userIn(directory, id)
  if (user.deletedDateTime === null)
    throw new AppError('conflict', 'purgeLiving', { values: { name: user.displayName } })
  return user
}

function expiredIn({ store, index: { slots } }: OpenDirectory, now: Date): readonly User[] {
  const { deletedUserRetentionDays } = organizationOf(store.directory)
  const isExpired = (user: User | undefined): user is User =>
    user !== undefined &&
    user.deletedDateTime !== null &&
    daysLeft(user.deletedDateTime, deletedUserRetentionDays, now) === 0
  return Array.from(slots.deleted.slots(), (slot) => slots.at(slot)).filter(isExpired)
}
