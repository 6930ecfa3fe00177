import log from 'electron-log/node.js'
import type { Log } from './log.ts'

/** Writes to one rotating file of at most 1 MiB and keeps its predecessor. */
export function openFileLog(path: string, level: 'error' | 'info' = 'info'): Log {
  log.transports.file.resolvePathFn = () => path
  log.transports.file.level = level
  log.transports.file.maxSize = 2 ** 20
  log.transports.console.level = false
  return {
    info: (message) => log.info(message),
    error: (message, cause) => log.error(message, cause),
  }
}
