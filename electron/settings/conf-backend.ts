import Conf from 'conf'
import type { OpenBackend } from './settings-file.ts'

/** The backend of the browser host. */
export const openConfBackend: OpenBackend = (folder, name) =>
  new Conf({ cwd: folder, configName: name, clearInvalidConfig: false, configFileMode: 0o600 })
