import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'

/** A process, so that no other one can be taken for it. What the system does not tell is empty. */
export type ProcessIdentity = {
  readonly pid: number
  readonly host: string
  /** Tells one computer from another of the same name. */
  readonly machine: string
  /** Tells one start of the computer from the next. */
  readonly bootId: string
  /** Tells one container from another: their processes do not see each other. */
  readonly processes: string
  /** When the process began: an id is given again, a beginning is not. */
  readonly began: string
}

/** What the lock asks of the computer it runs on. */
export interface LockSystem {
  /** This process. */
  readonly self: ProcessIdentity
  /** Whether this very process still runs. Only asked about this computer. */
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
  const [machine, bootId, processes, began] = await Promise.all([
    machineOf[process.platform]?.() ?? '',
    bootOf[process.platform]?.() ?? '',
    process.platform === 'linux' ? readlink('/proc/self/ns/pid').catch(() => '') : '',
    beginningOf(pid),
  ])
  return {
    self: { pid, host: hostname(), machine: hashOf(machine), bootId, processes, began },
    runs: async (other) => exists(other.pid) && other.began === (await beginningOf(other.pid)),
    monotonic: () => performance.now(),
    now: () => Date.now(),
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds).unref()
      return () => clearInterval(timer)
    },
  }
}

type Ask = Partial<Record<NodeJS.Platform, () => Promise<string>>>

const machineOf: Ask = {
  linux: () => contentOf('/etc/machine-id'),
  darwin: async () =>
    /"IOPlatformUUID" = "([^"]+)"/.exec(
      await answerOf('/usr/sbin/ioreg', '-rd1', '-c', 'IOPlatformExpertDevice'),
    )?.[1] ?? '',
  win32: async () =>
    /MachineGuid\s+REG_SZ\s+(\S+)/.exec(
      await answerOf(
        'reg.exe',
        'query',
        'HKLM\\SOFTWARE\\Microsoft\\Cryptography',
        '/v',
        'MachineGuid',
      ),
    )?.[1] ?? '',
}

const bootOf: Ask = {
  linux: () => contentOf('/proc/sys/kernel/random/boot_id'),
  darwin: () => answerOf('/usr/sbin/sysctl', '-n', 'kern.bootsessionuuid'),
}

const contentOf = async (path: string) => (await readFile(path, 'utf8').catch(() => '')).trim()

async function answerOf(program: string, ...args: string[]): Promise<string> {
  const asked = promisify(execFile)(program, args, { windowsHide: true, timeout: 5000 })
  return (await asked.catch(() => ({ stdout: '' }))).stdout.trim()
}

/** The lock lies in a folder that others may read, and the id of a computer is nobody's business. */
const hashOf = (id: string) =>
  id && createHash('sha256').update(`roster ${id}`).digest('hex').slice(0, 16)

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
