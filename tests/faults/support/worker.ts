import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { FolderBackups } from '../../../electron/store/folder-backups.ts'
import { thisComputer } from '../../../electron/store/lock-system.ts'
import { type FolderFs, nodeFs } from '../../../electron/store/store-fs.ts'
import { AppError } from '../../../shared/errors.ts'
import { randomNumbers } from '../../support/random-numbers.ts'
import { testKeys } from '../../support/store-keys.ts'
import { readAll, referenceOf } from './judge.ts'
import { hashOfTransaction } from './ledger.ts'
import { PatientFolder } from './patient-folder.ts'
import { applied } from './reference-directory.ts'
import { expectedTransaction, saveIn } from './session.ts'
import { somePlan } from './some-plan.ts'
import { stepFs } from './step-fs.ts'
import type { Phase, WorkerTask } from './worker-task.ts'

const month = 31 * 86_400_000

// Run as a process: works with a store, writes down each acknowledgement, and dies where it is told to. What
// it came to lists how often it came to each step, when it has not died.
const task: WorkerTask = JSON.parse(process.argv[2] ?? '')
const die = () => process.kill(process.pid, 'SIGKILL')
const reached: Record<string, number> = {}
let steps = 0
let phase: Phase = 'work'

const fsOf = (phaseOf: () => Phase): FolderFs =>
  stepFs(nodeFs, async (step, work) => {
    const { death } = task
    const doing = phaseOf()
    const name = `${doing}: ${step}`
    reached[name] = (reached[name] ?? 0) + 1
    const counts = death && (death.phase ?? doing) === doing && (death.step ?? step) === step
    const due = counts && steps++ === death.number
    if (due && death.moment === 'before') die()
    const done = work()
    if (due && death.moment === 'during') die()
    const value = await done
    if (due) die()
    return value
  })

const ledger = openSync(join(task.data, 'ledger'), 'a')
const note = (line: string) => writeSync(ledger, `${line}\n`)
const random = randomNumbers(task.seed)
let moment = task.at
const now = () => new Date(moment)
const store = join(task.data, 'store')
const system = await thisComputer()
const backupsOn = (doing: Phase) =>
  new FolderBackups({
    fs: fsOf(() => doing),
    folder: join(task.data, 'backups'),
    store,
    keys: testKeys,
    now,
    log: { info: () => {}, error: (text, cause) => process.stderr.write(`${text}: ${cause}\n`) },
  })

const leave = (error: unknown): never => {
  if (task.contested && error instanceof AppError && error.code !== 'damaged') process.exit(0)
  throw error
}

for (let life = 0; life < task.lives; life += 1) {
  const patient = !task.contested
  const folder = new PatientFolder(
    fsOf(() => phase),
    store,
    { now, system, patient },
  )
  if (task.restores && life === 0) await restore(folder, task.restores)
  await live(folder)
  moment += month
}
process.stdout.write(`\n${JSON.stringify(reached)}`)

async function live(folder: PatientFolder) {
  const opened = await folder.open()
  const directory = opened ?? (await folder.create().catch(leave))
  if (directory.standing.readOnly) leave(directory.standing.readOnly)
  let reference = referenceOf(opened ? (await readAll(opened)).history : [])
  for (let left = task.saves; left > 0; left -= 1) {
    moment += 1000
    const plan = somePlan(random, reference)
    const tried = expectedTransaction(reference, now(), plan)
    note(`try ${tried.sequence} ${hashOfTransaction(tried)}`)
    const saved = await saveIn(directory, plan).catch(leave)
    note(`ack ${saved.sequence} ${hashOfTransaction(saved)}`)
    process.stdout.write('.')
    reference = applied(reference, saved)
  }
  if (task.backsUp) {
    const capture = await directory.capture()
    const never = new AbortController().signal
    const { id } = await backupsOn('backup').take(capture, 'daily', never)
    note(`backup ${capture.head.sequence} ${id}`)
  }
  await directory.close()
  await folder.release()
}

async function restore(folder: PatientFolder, id: string) {
  const opened = await folder.open()
  await backupsOn('restore').prepare(id)
  await opened?.close()
  phase = 'restore'
  note(`replaced ${await folder.putRestored()}`)
  phase = 'work'
}
