import type { Output } from '../../shared/contract/contract.ts'
import type { RosterEvent } from '../../shared/contract/events.ts'
import { AppError } from '../../shared/errors.ts'
import type { FailureKey } from '../../shared/text/message.ts'
import type { Sentences } from '../sentences.ts'
import type { Ballast } from '../store/ballast.ts'
import { littleSpace } from '../store/disk-space.ts'
import type { BackupService } from './backup-service.ts'
import type { FolderService } from './folder-service.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

type Status = Output<'directoryStatus'>
type Trouble = NonNullable<Status['trouble']>
type ReadOnlyReason = NonNullable<Status['readOnly']>['reason']
type Warning = Status['warnings'][number]

const troubles: Partial<Record<FailureKey, Trouble>> = {
  directoryNewer: 'newer',
  directoryUnreadable: 'unreadable',
}

const reasons: Partial<Record<FailureKey, ReadOnlyReason>> = {
  readOnlyHere: 'in-use',
  readOnlyElsewhere: 'in-use',
  readOnlyLost: 'in-use',
  readOnlyFull: 'disk-full',
  readOnlyAsked: 'intended',
  readOnlyManaged: 'intended',
  readOnlyDamaged: 'damaged',
}

/** Tells how the directory's storage stands, in words, and tries again when it was in trouble. */
export class StorageService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #backups: BackupService
  readonly #folders: FolderService
  readonly #ballast: Pick<Ballast, 'spent'>
  readonly #sentences: Sentences
  readonly #announce: (event: RosterEvent) => void

  constructor(
    workspace: Workspace,
    session: SessionService,
    backups: BackupService,
    folders: FolderService,
    ballast: Pick<Ballast, 'spent'>,
    sentences: Sentences,
    announce: (event: RosterEvent) => void,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#backups = backups
    this.#folders = folders
    this.#ballast = ballast
    this.#sentences = sentences
    this.#announce = announce
  }

  /** What the status says of storage. */
  async report(): Promise<
    Omit<Status, 'state' | 'name' | 'administrators' | 'dataFolder' | 'hasSample' | 'staySignedIn'>
  > {
    const { damage, readOnly, folder } = this.#workspace
    return {
      ...(damage ? { reason: this.#say(damage), trouble: troubles[damage.key] ?? 'damaged' } : {}),
      ...(folder.damage ? { damage: { ...folder.damage.report, file: folder.damage.file } } : {}),
      ...(readOnly
        ? {
            readOnly: {
              reason: reasons[readOnly.key] ?? 'not-writable',
              message: this.#say(readOnly),
            },
          }
        : {}),
      warnings: await this.#warnings(),
      mayRestore: this.#backups.mayRestoreNow && (await this.#backups.exist()),
      ...this.#folders.abilities,
    }
  }

  /** Reads the data folder again where it could not be opened, or not for saving. */
  async retry(): Promise<Record<string, never>> {
    const { state, readOnly } = this.#workspace
    if ((state === 'open' || state === 'locked') && !readOnly) return {}
    await this.#workspace.reload()
    await this.#backups.start()
    if (this.#session.signedIn && !this.#session.isKnown) await this.#session.signOut()
    else this.#announce({ type: 'storage-changed' })
    return {}
  }

  async #warnings(): Promise<Warning[]> {
    const { isOpen, readOnly, folder } = this.#workspace
    if (!isOpen || readOnly) return []
    const { lastFailure } = this.#workspace.current.store.standing
    const { first, second } = this.#backups.failures
    const free = await folder.freeSpace()
    const little = free !== null && free < littleSpace ? littleLeft(free) : null
    const spent = this.#ballast.spent && little ? new AppError('storage', 'ballastSpent') : null
    const found: [Warning['kind'], AppError | null][] = [
      ['save-failed', lastFailure],
      ['last-space-used', lastFailure ? null : spent],
      ['disk-almost-full', lastFailure || spent ? null : little],
      ['damage-repaired', folder.damage ? new AppError('damaged', 'damageRepaired') : null],
      ['backup-failed', first],
      ['second-backup-failed', second],
    ]
    return found.flatMap(([kind, error]) => (error ? [{ kind, message: this.#say(error) }] : []))
  }

  #say(error: AppError): string {
    return this.#sentences.failure(error).message
  }
}

const littleLeft = (free: number) =>
  new AppError('storage', 'diskAlmostFull', { values: { megabytes: Math.floor(free / 1_000_000) } })
