import { beforeAll, describe, expect, it } from 'vitest'
import { FolderBackups } from '../../electron/store/folder-backups.ts'
import { restoredFolder } from '../../electron/store/restore-swap.ts'
import type { FolderFs } from '../../electron/store/store-fs.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { testKeys } from '../support/store-keys.ts'
import { crashStates } from './support/crash-states.ts'
import { count } from './support/figures.ts'
import { openAndRead, violationIn, violationOf } from './support/judge.ts'
import type { Expectation, Ledger } from './support/ledger.ts'
import { type DiskImage, MemoryDisk } from './support/memory-disk.ts'
import { type Intercept, MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { long, scaled, seed } from './support/scale.ts'
import { isStorageFailure } from './support/session.ts'
import { somePlan } from './support/some-plan.ts'
import { failures } from './support/some-session.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

const log = { info: () => {}, error: () => {} }
const now = () => new Date('2026-01-02T12:00:00Z')

const backupsOn = (fs: FolderFs) =>
  new FolderBackups({ fs, folder: '/data/backups', store: storeFolder, keys: testKeys, now, log })

const backUp = async ({ fs, store }: StoreSession) =>
  backupsOn(fs).take(await store.capture(), 'daily', new AbortController().signal)

const folderOn = (disk: MemoryDisk, path = storeFolder) =>
  new PatientFolder(new MemoryStoreFs(disk), path)

/** What is wrong with a directory on a disk, or with any backup of it that is listed. */
async function violationOn(disk: MemoryDisk, expected: Expectation): Promise<string | null> {
  const violation = await violationOf(() => folderOn(disk), expected)
  if (violation) return violation
  const backups = backupsOn(new MemoryStoreFs(disk))
  const saved: Expectation = {
    required: [],
    allows: (sequence, hash) =>
      expected.required[sequence - 1] === hash || expected.allows(sequence, hash),
  }
  for (const { id } of await backups.list())
    try {
      const { missing } = await backups.prepare(id)
      const found = await openAndRead(folderOn(disk, restoredFolder(storeFolder)))
      const wrong = violationIn(found, saved) ?? found.warning
      if (wrong || missing.history > 0) return `the backup ${id}: ${wrong ?? 'history is missing'}`
    } catch (error) {
      return `the backup ${id} cannot be restored: ${error}`
    }
  return null
}

type Fault = { readonly done: 'nothing' | 'whole'; readonly forGood: boolean }

const faults: readonly Fault[] = [
  { done: 'nothing', forGood: false },
  { done: 'whole', forGood: false },
  { done: 'nothing', forGood: true },
]

/** The ways in which a call fails: in the long form each, in its share one after another. */
const faultsAt = (number: number) =>
  [...faults.entries()].filter(([way]) => long || way === number % faults.length)

/** One of the calls that something makes fails, or all from that one on. */
class FailingCall {
  readonly told: string
  readonly intercept: Intercept
  #armed = false
  #called = 0
  readonly #number: number

  constructor(number: number, code: string, { done, forGood }: Fault) {
    this.#number = number
    this.told = `call ${number} ${code} ${done} ${forGood}`
    this.intercept = () => {
      if (!this.#armed) return null
      this.#called += 1
      const due = this.#called === number + 1 || (forGood && this.#called > number)
      return due ? { fail: code, done } : null
    }
  }

  /** Whether there was such a call. */
  get met(): boolean {
    return this.#called > this.#number
  }

  /** What the work throws, or null. */
  async during(work: () => Promise<unknown>): Promise<unknown> {
    this.#armed = true
    try {
      await work()
      return null
    } catch (error) {
      return error
    } finally {
      this.#armed = false
    }
  }
}

describe('a backup', () => {
  let image: DiskImage
  let ledger: Ledger

  /** The directory, which has one backup already, opened by a new process. */
  async function opened(intercept?: Intercept): Promise<StoreSession> {
    const session = new StoreSession(new MemoryDisk(image), ledger.afterCrash(0))
    await session.open(intercept)
    await session.save(somePlan(randomNumbers(seed), session.reference))
    return session
  }

  /** A directory on a disk and its backup, which is another one by now; what each of them says. */
  async function twoDirectories() {
    const disk = new MemoryDisk(image)
    const session = new StoreSession(disk, ledger.afterCrash(0))
    await session.open()
    await session.save(somePlan(randomNumbers(seed), session.reference))
    await session.close()
    const { text: before } = await openAndRead(folderOn(disk))
    const [backup] = await backupsOn(new MemoryStoreFs(disk)).list()
    const id = backup?.id ?? ''
    const restored = new MemoryDisk(disk.image())
    await backupsOn(new MemoryStoreFs(restored)).prepare(id)
    const { text: own } = await openAndRead(folderOn(restored, restoredFolder(storeFolder)))
    expect(own).not.toBe(before)
    return { disk, before, own, id }
  }

  beforeAll(async () => {
    const random = randomNumbers(seed)
    const session = new StoreSession()
    await session.open()
    for (let left = 5; left > 0; left -= 1) await session.save(somePlan(random, session.reference))
    await backUp(session)
    await session.close()
    image = session.disk.image()
    ledger = session.ledger.afterCrash(session.position)
  })

  it.for(failures)(
    'of which a call fails with %s is not listed, and nothing else suffers',
    async ([, codeOf], context) => {
      const violations: string[] = []
      for (let number = 0, ended = false; !ended; number += 1)
        for (const [way, fault] of faultsAt(number)) {
          const failing = new FailingCall(number, codeOf(number + way), fault)
          const session = await opened(failing.intercept)
          const failure = await failing.during(() => backUp(session))
          ended = !failing.met
          if (failure && !isStorageFailure(failure)) violations.push(`${failing.told}: ${failure}`)
          await backUp(session)
          await session.save(somePlan(randomNumbers(seed), session.reference))
          await session.close()
          const violation = await violationOn(session.disk, session.ledger.at(session.position))
          if (violation) violations.push(`${failing.told}: ${violation}`)
          count(context, { callFaults: 1, violations: violation ? 1 : 0 })
        }
      expect(violations, `seed ${seed}`).toEqual([])
    },
  )

  it.for(failures)(
    'of whose restoring a call fails with %s can be restored afterwards, or was',
    async ([, codeOf], context) => {
      const { disk: sound, before, own, id } = await twoDirectories()
      const violations: string[] = []
      for (let number = 0, ended = false; !ended; number += 1)
        for (const [way, fault] of faultsAt(number)) {
          const failing = new FailingCall(number, codeOf(number + way), fault)
          const disk = new MemoryDisk(sound.image())
          const restore = (fs: MemoryStoreFs) => async () => {
            await backupsOn(fs).prepare(id)
            const folder = new PatientFolder(fs, storeFolder)
            await (await folder.open())?.close()
            await folder.putRestored()
          }
          const failure = await failing.during(restore(new MemoryStoreFs(disk, failing.intercept)))
          ended = !failing.met
          const found = await openAndRead(folderOn(disk))
          const right = [own, ...(failure ? [before] : [])].includes(found.text)
          const wrong = right ? found.warning : 'neither the one nor the other directory'
          if (wrong) violations.push(`${failing.told}: ${wrong}`)
          await restore(new MemoryStoreFs(disk))()
          const again = await openAndRead(folderOn(disk))
          if (again.text !== own) violations.push(`${failing.told}: cannot be restored afterwards`)
          count(context, { callFaults: 1, violations: wrong ? 1 : 0 })
        }
      expect(violations, `seed ${seed}`).toEqual([])
    },
  )

  it('cut short by a crash is not listed, and nothing else suffers', async (context) => {
    const random = randomNumbers(seed)
    const session = await opened()
    await backUp(session)
    for (const state of crashStates(
      session.disk,
      (at) => session.ledger.dueAt(at),
      random,
      scaled(0, 5),
    )) {
      const disk = new MemoryDisk(state.image)
      const violation = await violationOn(disk, session.ledger.at(state.position))
      count(context, { crashStates: state.fresh ? 1 : 0, violations: violation ? 1 : 0 })
      expect(violation, `seed ${seed}, after effect ${state.position}`).toBe(null)
    }
  })

  it('whose restoring is cut short by a crash leaves the directory of before, or its own', async (context) => {
    const { disk, before, own, id } = await twoDirectories()
    const restoring = new MemoryDisk(disk.image())
    await backupsOn(new MemoryStoreFs(restoring)).prepare(id)
    const swapping = folderOn(restoring)
    await swapping.open()
    await swapping.putRestored()
    const random = randomNumbers(seed)
    for (const state of crashStates(restoring, () => 0, random, scaled(2, 30))) {
      const found = await openAndRead(folderOn(new MemoryDisk(state.image)))
      const right = [before, own].includes(found.text) && found.warning === null
      count(context, { crashStates: state.fresh ? 1 : 0, violations: right ? 0 : 1 })
      expect(right, `seed ${seed}, after effect ${state.position}`).toBe(true)
    }
  })
})
