import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import type { FailureKey } from '../../shared/text/message.ts'
import type { Plan } from '../store/directory-store.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** What is said when a preview is no longer there, and when the directory changed since. */
export type PreviewFailures = { readonly gone: FailureKey; readonly stale: FailureKey }

type Prepared<Preview> = {
  readonly id: string
  readonly actorId: string
  /** The directory's revision that the preview was worked out against. */
  readonly revision: number
  readonly preview: Preview
}

/**
 * Keeps what the last preview worked out, for whoever asked for it. It is saved as it was shown, or, when
 * anything in the directory changed since, not at all.
 */
export class PreparedChanges<Preview> {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #failures: PreviewFailures
  #prepared: Prepared<Preview> | null = null

  constructor(workspace: Workspace, session: SessionService, failures: PreviewFailures) {
    this.#workspace = workspace
    this.#session = session
    this.#failures = failures
    workspace.onClosed(() => {
      this.#prepared = null
    })
  }

  /** Takes the place of the preview before. Answers the id it is asked for by. */
  keep(revision: number, preview: Preview): string {
    const id = randomUUID()
    this.#prepared = { id, actorId: this.#session.actor.id, revision, preview }
    return id
  }

  /** The preview. Throws when it is gone or stale. */
  find(id: string): Preview {
    const prepared = this.#find(id)
    this.#refuseStale(prepared, this.#workspace.directory.revision)
    return prepared.preview
  }

  /** Saves what `planOf` chooses of the preview, as one transaction; null when that changes nothing. */
  async apply(id: string, planOf: (preview: Preview) => Plan): Promise<Transaction | null> {
    const prepared = this.#find(id)
    const { actor } = this.#session
    const transaction = await this.#workspace.current.store.transact(actor, (directory) => {
      this.#refuseStale(prepared, directory.revision)
      return planOf(prepared.preview)
    })
    this.#prepared = null
    return transaction
  }

  #find(id: string): Prepared<Preview> {
    const prepared = this.#prepared
    if (prepared?.id !== id || prepared.actorId !== this.#session.actor.id)
      throw new AppError('not-found', this.#failures.gone)
    return prepared
  }

  #refuseStale(prepared: Prepared<Preview>, revision: number) {
    if (prepared.revision !== revision) throw new AppError('conflict', this.#failures.stale)
  }
}
