import { fork } from 'node:child_process'
import { join } from 'node:path'
import { webAssemblySwitch } from './helper-messages.ts'
import type { HelperProcess } from './helper-process.ts'
import type { SharpBuild } from './sharp-photo-pipeline.ts'

const fromSource = join(import.meta.dirname, '..', 'photo-helper.ts')

/**
 * The photo helper as a child of plain Node. It inherits nothing: no environment, no terminal, no
 * switches of this process.
 */
export function forkPhotoHelper(
  options: { readonly program?: string; readonly build?: SharpBuild } = {},
): HelperProcess {
  const { program = fromSource, build = 'preferred' } = options
  const child = fork(program, build === 'web-assembly' ? [webAssemblySwitch] : [], {
    env: {},
    execArgv: ['--max-old-space-size=512'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).on('error', () => resolve())
  })
  return {
    send: (request) => {
      // A failure to send means that the child is gone, which `onExit` tells.
      child.send(request, () => {})
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      void ended.then(listener)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
