import { utilityProcess } from 'electron'
import type { HelperProcess } from '../photos/helper-process.ts'

/** The photo helper as a process of Electron's, which can do nothing that it is not told to. */
export function startPhotoHelper(program: string): HelperProcess {
  const child = utilityProcess.fork(program, [], {
    serviceName: 'Roster photos',
    env: {},
    execArgv: ['--max-old-space-size=512'],
    stdio: 'ignore',
    allowLoadingUnsignedLibraries: false,
    disclaim: true,
  })
  return {
    send: (request) => child.postMessage(request),
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.once('exit', () => listener())
    },
    kill: () => {
      child.kill()
    },
  }
}
