import ElectronStore from 'electron-store'
import { backendOptions } from './backend-options.ts'
import type { OpenBackend } from './settings-file.ts'

/** The backend of the desktop host. */
export const openElectronStoreBackend: OpenBackend = ({ folder, name, schema }) =>
  new ElectronStore({ ...backendOptions(folder, schema), name })
