import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { nodeSwitches } from '../../electron/browser/node-switches.ts'

const usual = join(import.meta.dirname, '..', '..', 'electron', 'serve.ts')
const managed = join(import.meta.dirname, '..', 'support', 'serve-managed.ts')

export type HostProcess = {
  /** With the token: whoever opens it is let in. */
  readonly address: string
  readonly token: string
  readonly pid: number
  /** Ends it as a person would, or, by SIGKILL, as a power cut would. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Starts the browser host on a data folder and waits until it serves. */
export async function startHost(
  dataDir: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<HostProcess> {
  const program = 'ROSTER_E2E_POLICIES' in environment ? managed : usual
  const args = [...nodeSwitches, program, '--data-dir', dataDir, '--port', '0']
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  const address = await addressOf(child)
  return {
    address,
    token: new URL(address).searchParams.get('token') ?? '',
    pid: child.pid ?? 0,
    async end(signal) {
      child.kill(signal)
      await ended
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  if (!child.stdout) throw new Error('The host has no output.')
  for await (const line of createInterface(child.stdout)) {
    const address = /^Roster is at (\S+)$/.exec(line)?.[1]
    if (address) return address
    said += `${line}\n`
  }
  throw new Error(`The host did not start.\n${said}`)
}
