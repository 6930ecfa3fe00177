import ElectronStore from 'electron-store'
import type { OpenBackend } from './settings-file.ts'

/** The backend of the desktop host. */
export const openElectronStoreBackend: OpenBackend = (folder, name) =>
  new ElectronStore({ cwd: folder, name, clearInvalidConfig: false, configFileMode: 0o600 })
