import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anchorNames } from '../../../electron/store/anchor.ts'
import { thisComputer } from '../../../electron/store/lock-system.ts'
import { nodeFs } from '../../../electron/store/store-fs.ts'
import { type Found, openAndRead } from './judge.ts'
import type { Expectation } from './ledger.ts'
import { PatientFolder } from './patient-folder.ts'
import type { WorkerTask } from './worker-task.ts'

const program = join(import.meta.dirname, 'worker.ts')

/** How a worker ended: killed, or by itself because it never came to the step at which to die. */
export type End = {
  readonly killed: boolean
  readonly errors: string
  /** How often it came to each step; nothing when it was killed. */
  readonly reached: Readonly<Record<string, number>>
}

/** Runs a worker to its end. After `acknowledged` saves it is killed from outside, if that comes first. */
export function runWorker(task: WorkerTask, cache: string, acknowledged = Infinity): Promise<End> {
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let heard = ''
  let errors = ''
  child.stdout.on('data', (bytes: Buffer) => {
    heard += bytes
    if (heard.length >= acknowledged && !heard.includes('\n')) child.kill('SIGKILL')
  })
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes
  })
  return new Promise((resolve) => {
    child.on('close', (_, signal) => {
      const killed = signal === 'SIGKILL'
      const reached = killed ? {} : JSON.parse(heard.split('\n')[1] || '{}')
      resolve({ killed, errors, reached })
    })
  })
}

/** What the workers of a folder wrote down, a line each. */
export const ledgerOf = (data: string): readonly string[] =>
  readFileSync(join(data, 'ledger'), 'utf8').split('\n').filter(Boolean)

type Told = Expectation & { readonly acknowledged: number }

/** What must be there by these lines of a ledger, behind what was there to `begin` with. */
export function expectationOf(ledger: readonly string[], begin: readonly string[] = []): Told {
  const said = ledger.map((line) => line.split(' '))
  const required = [...begin]
  const tried = new Set<string>()
  let acknowledged = 0
  for (const [word = '', sequence = '', hash = ''] of said) {
    if (word === 'try') tried.add(`${sequence} ${hash}`)
    if (word !== 'ack') continue
    acknowledged += 1
    if (!tried.has(`${sequence} ${hash}`))
      throw new Error(`What was acknowledged as number ${sequence} is not what was tried.`)
    const at = Number(sequence) - 1
    if (required[at] !== undefined) throw new Error(`Number ${sequence} was acknowledged twice.`)
    required[at] = hash
  }
  // One that was found after a kill, and on which a later one stands, was tried and never acknowledged.
  for (const [index, hash] of required.entries())
    if (hash === undefined) required[index] = lastTried(said, index + 1)
  return {
    required,
    acknowledged,
    allows: (sequence, hash) => tried.has(`${sequence} ${hash}`),
  }
}

const lastTried = (said: readonly (readonly string[])[], sequence: number) =>
  said.findLast(([word, number]) => word === 'try' && number === String(sequence))?.[2] ?? ''

/** What a start finds in a folder now. */
export async function findIn(folder: string): Promise<Found> {
  return openAndRead(new PatientFolder(nodeFs, folder, { system: await thisComputer() }))
}

/** Keeps what a violation was found in, and tells where: the test's own folder is gone in a moment. */
export function keptFor(violation: string | null, data: string): string | null {
  if (violation === null) return null
  const kept = mkdtempSync(join(tmpdir(), 'roster-violation-'))
  cpSync(data, kept, { recursive: true })
  return `${violation} (the files are in ${kept})`
}

/** Two processes at a time, as there are two cores. What one finds does not cut the other short. */
export async function inTwoLanes<T>(
  killings: readonly T[],
  run: (killings: readonly T[], lane: number) => Promise<void>,
): Promise<void> {
  const lanes = [0, 1].map((lane) =>
    run(
      killings.filter((_, index) => index % 2 === lane),
      lane,
    ),
  )
  for (const end of await Promise.allSettled(lanes)) if (end.status === 'rejected') throw end.reason
}

/** The files of a folder by name, each with the hash of its content. */
export const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha1')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )

const anchors: ReadonlySet<string> = new Set(anchorNames)

/**
 * Files that were changed or removed and must not have been: all but checkpoints, what is temporary, and the
 * anchor, which is written anew whenever the directory is closed.
 */
export const trespasses = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
) =>
  [...before].flatMap(([name, hash]) => {
    const now = after.get(name)
    if (now === hash || anchors.has(name)) return []
    if (now !== undefined) return [`${name} was changed`]
    return name.endsWith('.rjrn') ? [`${name} was removed`] : []
  })
