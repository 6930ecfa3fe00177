import type { Input } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { FolderName } from '../../shared/storage/folders.ts'
import type { ShowFolder } from '../show-folder.ts'

export type FolderPorts = {
  readonly paths: Readonly<Record<FolderName, string>>
  readonly isThere: (path: string) => Promise<boolean>
  /** Undefined where the host has no file manager. */
  readonly show: ShowFolder | undefined
}

/** Shows the person where things are. The page names what it means, never a path. */
export class FolderService {
  readonly #ports: FolderPorts

  constructor(ports: FolderPorts) {
    this.#ports = ports
  }

  get canShow(): boolean {
    return this.#ports.show !== undefined
  }

  /** Opens the data folder where the folder was not made yet. */
  async show({ folder }: Input<'showFolder'>): Promise<Record<string, never>> {
    const { paths, isThere, show } = this.#ports
    const path = (await isThere(paths[folder])) ? paths[folder] : paths.data
    const reason = 'no file manager'
    if (!show) throw new AppError('storage', 'folderNotShown', { values: { path, reason } })
    await show(path)
    return {}
  }
}
