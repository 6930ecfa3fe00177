import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { promisify } from 'node:util'

/** A process, so that no other one of this computer can be taken for it. */
export type ProcessIdentity = {
  readonly pid: number
  readonly host: string
  /** Tells one start of the computer from the next, and one container from another. */
  readonly bootId: string
  /** When the process began, where the system tells it: an id is given again, a beginning is not. */
  readonly began: string
}

/** What the lock asks of the computer it runs on. */
export interface LockSystem {
  /** This process. */
  readonly self: ProcessIdentity
  /** Whether this very process still runs. Only asked about this computer since its last start. */
  runs(process: ProcessIdentity): Promise<boolean>
  /** Milliseconds that only ever go forward. */
  monotonic(): number
  /** Milliseconds since 1970. */
  now(): number
  /** Runs something again and again. Answers the function that ends it. */
  every(milliseconds: number, run: () => void): () => void
}

/** The computer this runs on. */
export async function thisComputer(): Promise<LockSystem> {
  const { pid } = process
  const [bootId, began] = await Promise.all([bootIdOfComputer(), beginningOf(pid)])
  return {
    self: { pid, host: hostname(), bootId, began },
    runs: async (other) => exists(other.pid) && other.began === (await beginningOf(other.pid)),
    monotonic: () => performance.now(),
    now: () => Date.now(),
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds).unref()
      return () => clearInterval(timer)
    },
  }
}

async function bootIdOfComputer(): Promise<string> {
  if (process.platform === 'linux') {
    const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
    // A process of another container, as Flatpak makes them, cannot be seen from here, so it would seem dead.
    const processes = await readlink('/proc/self/ns/pid').catch(() => '')
    return `${bootId.trim()} ${processes}`.trim()
  }
  if (process.platform === 'darwin') {
    const asked = promisify(execFile)('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'])
    return (await asked.catch(() => ({ stdout: '' }))).stdout.trim()
  }
  return new Date(Math.round((Date.now() / 1000 - uptime()) / 60) * 60_000).toISOString()
}

/** Empty where the system does not tell, which then is the same for every process. */
async function beginningOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return ''
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The program's name comes before, in brackets, and may hold spaces and brackets itself.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
