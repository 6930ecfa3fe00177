import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anchorNames } from '../../../electron/store/anchor.ts'
import type { Expectation } from './ledger.ts'
import type { WorkerTask } from './worker.ts'

const program = join(import.meta.dirname, 'worker.ts')

/** How a worker ended: killed, or by itself because it never came to the step at which to die. */
export type End = { readonly killed: boolean; readonly errors: string }

/** Runs a worker to its end. After `acknowledged` saves it is killed from outside, if that comes first. */
export function runWorker(task: WorkerTask, cache: string, acknowledged = Infinity): Promise<End> {
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let heard = 0
  let errors = ''
  child.stdout.on('data', (bytes: Buffer) => {
    heard += bytes.length
    if (heard >= acknowledged) child.kill('SIGKILL')
  })
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes
  })
  return new Promise((resolve) => {
    child.on('close', (_, signal) => resolve({ killed: signal === 'SIGKILL', errors }))
  })
}

/** What the workers of a folder wrote down. */
export function expectationIn(ledger: string): Expectation & { readonly acknowledged: number } {
  const lines = readFileSync(ledger, 'utf8').split('\n').filter(Boolean)
  const said = lines.map((line) => line.split(' '))
  const required: string[] = []
  const tried = new Set<string>()
  let acknowledged = 0
  for (const [word = '', sequence = '', hash = ''] of said) {
    if (word === 'try') {
      tried.add(`${sequence} ${hash}`)
      continue
    }
    acknowledged += 1
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
