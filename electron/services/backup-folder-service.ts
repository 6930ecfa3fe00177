import type { Input, Output } from '../../shared/contract/contract.ts'
import type { RosterEvent } from '../../shared/contract/events.ts'
import { AppError } from '../../shared/errors.ts'
import { policySettings } from '../../shared/policy/policy.ts'
import type { SecondBackups } from '../store/second-backups.ts'
import type { BackupService } from './backup-service.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** Sets the second folder for backups on this computer. */
export class BackupFolderService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #backups: BackupService
  readonly #second: SecondBackups
  readonly #announce: (event: RosterEvent) => void

  constructor(
    workspace: Workspace,
    session: SessionService,
    backups: BackupService,
    second: SecondBackups,
    announce: (event: RosterEvent) => void,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#backups = backups
    this.#second = second
    this.#announce = announce
  }

  async set({ path }: Input<'setBackupFolder'>): Promise<Output<'setBackupFolder'>> {
    const { actor } = this.#session
    if (this.#second.isManaged)
      throw new AppError('forbidden', 'managed', {
        values: { setting: policySettings.SecondBackupFolder.title },
      })
    if (path === null) this.#second.forget()
    else await this.#second.use(path, this.#workspace.directory.id)
    const folder = this.#second.current?.folder ?? null
    await this.#workspace.note(actor, { activity: 'setBackupFolder', details: { folder } })
    await this.#backups.start()
    this.#announce({ type: 'storage-changed' })
    return { path: folder }
  }
}
