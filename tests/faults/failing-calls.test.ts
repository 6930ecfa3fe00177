import { describe, expect, it, type TestContext } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { crashStates } from './support/crash-states.ts'
import { count } from './support/figures.ts'
import { violationOf } from './support/judge.ts'
import type { Ledger } from './support/ledger.ts'
import { type DiskImage, MemoryDisk } from './support/memory-disk.ts'
import { type Call, MemoryStoreFs, type Verdict } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { long, seed } from './support/scale.ts'
import { isStorageFailure } from './support/session.ts'
import { somePlan } from './support/some-plan.ts'
import { failures } from './support/some-session.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

type Beginning = { readonly image: DiskImage; readonly ledger: Ledger }

type Fault = { readonly verdict: Verdict; readonly forGood: boolean }

const nowhere = (): Beginning => {
  const { disk, ledger } = new StoreSession()
  return { image: disk.image(), ledger }
}

/** A directory of a few sessions, with two checkpoints. */
async function somewhere(): Promise<Beginning> {
  const random = randomNumbers(seed)
  const session = new StoreSession()
  for (const saves of [3, 3, 2]) {
    await session.open()
    for (let left = saves; left > 0; left -= 1)
      await session.save(somePlan(random, session.reference))
    if (saves > 2) await session.close()
    else session.kill()
  }
  return { image: session.disk.image(), ledger: session.ledger.afterCrash(session.position) }
}

/** Which calls fail, and whether the disk is well again before the store is closed. */
type Misfortune = { readonly due: (call: Call) => Verdict | null; readonly healed: boolean }

/** Opens, saves across a checkpoint and closes. Answers what was promised and broken. */
async function work({ image, ledger }: Beginning, { due, healed }: Misfortune) {
  const random = randomNumbers(seed)
  const session = new StoreSession(new MemoryDisk(image), ledger.afterCrash(0))
  let well = false
  const answer = (violation: string | null) => ({ session, calls, violation })
  const save = () => session.save(somePlan(random, session.reference))
  const failing = (call: Call) => (well ? null : due(call))
  let calls = 0
  const opened: unknown = await session.open(failing).catch((error: unknown) => error)
  if (opened !== undefined && !(opened instanceof AppError))
    return answer(`opening threw ${opened}`)
  if (opened !== undefined || session.store.standing.readOnly) {
    well = true
    await session.open()
  }
  for (let left = 3; left > 0; left -= 1)
    if ((await save()) === 'refused' && !isStorageFailure(session.refusal))
      return answer(`saving threw ${session.refusal}`)
  if (healed) {
    well = true
    if ((await save()) !== 'acknowledged')
      return answer(`saving still fails on a disk that is well: ${session.refusal}`)
  }
  await session.close()
  calls = session.fs.calls
  const misused = session.fs.usedAfterFailedSync
  if (misused.length > 0) return answer(`used after its sync failed: ${misused}`)
  await session.open()
  if ((await save()) !== 'acknowledged')
    return answer(`saving fails after a new start: ${session.refusal}`)
  await session.close()
  const folderOf = () => new PatientFolder(new MemoryStoreFs(session.disk), storeFolder)
  return answer(await violationOf(folderOf, session.ledger.at(session.position)))
}

const atCall =
  (number: number, { verdict, forGood }: Fault) =>
  (call: Call) =>
    call.number === number || (forGood && call.number > number) ? verdict : null

const faultsOf = (code: string): readonly [Fault, Fault, Fault, Fault] => [
  { verdict: { fail: code, done: 'nothing' }, forGood: false },
  { verdict: { fail: code, done: 'part' }, forGood: false },
  { verdict: { fail: code, done: 'whole' }, forGood: false },
  { verdict: { fail: code, done: 'nothing' }, forGood: true },
]

async function violationsIn(
  beginning: Beginning,
  codeOf: (number: number) => string,
  context: TestContext,
) {
  const violations: string[] = []
  const { calls } = await work(beginning, { due: () => null, healed: false })
  for (let number = 0; number < calls; number += 1)
    for (const way of [0, 1, 2, 3] as const) {
      if (!long && way % 2 !== number % 2) continue
      const code = codeOf(2 * number + way)
      const fault = faultsOf(code)[way]
      let failed: Call | null = null
      const due = atCall(number, fault)
      const { violation, session } = await work(beginning, {
        healed: fault.forGood,
        due: (call) => {
          const verdict = due(call)
          if (verdict) failed ??= call
          return verdict
        },
      })
      count(context, { callFaults: 1, violations: violation ? 1 : 0 })
      const told = `call ${number} ${JSON.stringify(failed)} ${JSON.stringify(fault)}`
      if (violation) violations.push(`${told}: ${violation}`)
      if (long && code === 'EIO' && number % 3 === way)
        violations.push(...(await crashesAfter(session, told, context)))
    }
  return violations
}

/** A power cut at any moment around the failure, as a second misfortune. */
async function crashesAfter({ disk, ledger }: StoreSession, told: string, context: TestContext) {
  const violations: string[] = []
  const random = randomNumbers(seed)
  for (const state of crashStates(disk, (at) => ledger.dueAt(at), random, 0)) {
    const left = new MemoryDisk(state.image)
    const folderOf = () => new PatientFolder(new MemoryStoreFs(left), storeFolder)
    const violation = await violationOf(folderOf, ledger.at(state.position))
    if (violation) violations.push(`${told}, crash after ${state.position}: ${violation}`)
    count(context, { crashStates: state.fresh ? 1 : 0, violations: violation ? 1 : 0 })
  }
  return violations
}

describe('a call of the file system that fails, once or for good', () => {
  it.for(failures)('with %s loses nothing where there was nothing', async ([, codeOf], context) => {
    expect(await violationsIn(nowhere(), codeOf, context)).toEqual([])
  })

  it.for(failures)('with %s loses nothing of a directory', async ([, codeOf], context) => {
    expect(await violationsIn(await somewhere(), codeOf, context)).toEqual([])
  })
})
