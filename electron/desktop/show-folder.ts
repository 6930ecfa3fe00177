import { shell } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { ShowFolder } from '../show-folder.ts'

/** Opens a folder that the application named in the system's file manager. */
export const showFolder: ShowFolder = async (path) => {
  const reason = await shell.openPath(path)
  if (reason !== '') throw new AppError('storage', 'folderNotShown', { values: { path, reason } })
}
