import Conf from 'conf'
import { backendOptions } from './backend-options.ts'
import type { OpenBackend } from './settings-file.ts'

/** The backend of the browser host. */
export const openConfBackend: OpenBackend = ({ folder, name, schema }) =>
  new Conf({ ...backendOptions(folder, schema), configName: name })
