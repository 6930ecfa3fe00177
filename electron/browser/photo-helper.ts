import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { HelperProcess } from '../photos/process-photo-processor.ts'

const program = join(import.meta.dirname, '..', 'photos', 'photo-helper.ts')

/** The photo helper as a child process of plain Node. It is given no environment and no arguments. */
export function forkPhotoHelper(): HelperProcess {
  const child = fork(program, { env: {}, serialization: 'advanced', stdio: 'ignore' })
  return {
    send: (message) => {
      child.send(message as object)
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.on('exit', () => listener())
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
