import type { Input, Output } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { FolderName } from '../../shared/storage/folders.ts'
import type { ChooseFolder } from '../choose-folder.ts'
import type { ShowFolder } from '../show-folder.ts'

export type FolderPorts = {
  /** Null for one that there is not. */
  readonly pathOf: (name: FolderName) => string | null
  readonly dataFolder: string
  readonly isThere: (path: string) => Promise<boolean>
  /** Undefined where the host has no file manager. */
  readonly show: ShowFolder | undefined
  /** Undefined where the host has no dialog. */
  readonly choose: ChooseFolder | undefined
}

/** Shows the person where things are. The page names what it means, never a path. */
export class FolderService {
  readonly #ports: FolderPorts

  constructor(ports: FolderPorts) {
    this.#ports = ports
  }

  /** What the host can do with folders. */
  get abilities(): { readonly showsFolders: boolean; readonly choosesFolders: boolean } {
    const { show, choose } = this.#ports
    return { showsFolders: show !== undefined, choosesFolders: choose !== undefined }
  }

  /** Opens the data folder where the folder was not made yet. */
  async show({ folder }: Input<'showFolder'>): Promise<Record<string, never>> {
    const { pathOf, dataFolder, isThere, show } = this.#ports
    const named = pathOf(folder)
    const path = named !== null && (await isThere(named)) ? named : dataFolder
    const reason = 'no file manager'
    if (!show) throw new AppError('storage', 'folderNotShown', { values: { path, reason } })
    await show(path)
    return {}
  }

  /** Null when the person chose none, or there is no dialog. */
  async choose(): Promise<Output<'chooseBackupFolder'>> {
    return { path: (await this.#ports.choose?.()) ?? null }
  }
}
