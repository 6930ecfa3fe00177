import { openSync, writeSync } from 'node:fs'
import { thisComputer } from '../../../electron/store/lock-system.ts'
import { nodeFs } from '../../../electron/store/store-fs.ts'
import { AppError } from '../../../shared/errors.ts'
import { randomNumbers } from '../../support/random-numbers.ts'
import { readAll, referenceOf } from './judge.ts'
import { hashOfTransaction } from './ledger.ts'
import { PatientFolder } from './patient-folder.ts'
import { applied } from './reference-directory.ts'
import { actor, expectedTransaction } from './session.ts'
import { somePlan } from './some-plan.ts'
import { type Step, stepFs } from './step-fs.ts'

/** At which step a worker kills itself: the step of this number, or the so manieth of this name. */
export type Death = {
  readonly step: Step | null
  readonly number: number
  readonly moment: 'before' | 'during' | 'after'
}

export type WorkerTask = {
  readonly folder: string
  /** The file that lists what was tried and what was acknowledged. */
  readonly ledger: string
  readonly seed: number
  readonly saves: number
  /** Whether another one may have the folder: then this one leaves it alone. */
  readonly contested?: boolean
  readonly death: Death | null
}

// Run as a process: saves and compacts, writes down each acknowledgement, and dies where it is told to.
const task: WorkerTask = JSON.parse(process.argv[2] ?? '')
const die = () => process.kill(process.pid, 'SIGKILL')
let steps = 0

const fs = stepFs(nodeFs, async (step, work) => {
  const { death } = task
  const due = death && (death.step ?? step) === step && steps++ === death.number
  if (due && death.moment === 'before') die()
  const done = work()
  if (due && death.moment === 'during') die()
  const value = await done
  if (due) die()
  return value
})

const ledger = openSync(task.ledger, 'a')
const random = randomNumbers(task.seed)
let moment = Date.parse('2026-01-02T12:00:00Z') + task.seed * 3_600_000
const now = () => new Date(moment)
const folder = new PatientFolder(fs, task.folder, {
  now,
  system: await thisComputer(),
  patient: !task.contested,
})
const leave = (error: unknown): never => {
  if (task.contested && error instanceof AppError && error.code !== 'damaged') process.exit(0)
  throw error
}
const opened = await folder.open()
const store = opened ?? (await folder.create().catch(leave))
if (store.standing.readOnly) leave(store.standing.readOnly)
let reference = referenceOf(opened ? (await readAll(opened)).history : [])

for (let left = task.saves; left > 0; left -= 1) {
  moment += 1000
  const plan = somePlan(random, reference)
  const transaction = expectedTransaction(reference, now(), plan)
  const { sequence } = transaction
  const hash = hashOfTransaction(transaction)
  writeSync(ledger, `try ${sequence} ${hash}\n`)
  const { changes, ...entry } = plan
  const saving =
    changes.length === 0 ? store.record(actor, entry) : store.transact(actor, () => plan)
  await saving.catch(leave)
  writeSync(ledger, `ack ${sequence} ${hash}\n`)
  process.stdout.write('.')
  reference = applied(reference, transaction)
}
await store.close()
await folder.release()
