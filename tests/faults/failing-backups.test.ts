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
import { codes } from './support/some-session.ts'
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

  it.for(long ? [...codes] : ['EIO', 'ENOSPC'])(
    'of which a call fails with %s is not listed, and nothing else suffers',
    async (code, context) => {
      const violations: string[] = []
      const faults = [
        { done: 'nothing', forGood: false },
        { done: 'whole', forGood: false },
        { done: 'nothing', forGood: true },
      ] as const
      let calls = Number.POSITIVE_INFINITY
      for (let number = 0; number < calls; number += 1)
        for (const { done, forGood } of faults) {
          let armed = false
          let called = 0
          const session = await opened(() => {
            if (!armed) return null
            called += 1
            const due = called === number + 1 || (forGood && called > number)
            return due ? { fail: code, done } : null
          })
          armed = true
          const failure: unknown = await backUp(session).then(
            () => null,
            (error: unknown) => error,
          )
          armed = false
          if (called <= number) calls = number
          const told = `call ${number} ${done} ${forGood}`
          if (failure && !isStorageFailure(failure)) violations.push(`${told}: ${failure}`)
          await backUp(session)
          await session.save(somePlan(randomNumbers(seed), session.reference))
          await session.close()
          const violation = await violationOn(session.disk, session.ledger.at(session.position))
          if (violation) violations.push(`${told}: ${violation}`)
          count(context, { callFaults: 1, violations: violation ? 1 : 0 })
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
    const disk = new MemoryDisk(image)
    const session = new StoreSession(disk, ledger.afterCrash(0))
    await session.open()
    await session.save(somePlan(randomNumbers(seed), session.reference))
    await session.close()
    const before = await openAndRead(folderOn(disk))
    const backups = backupsOn(new MemoryStoreFs(disk))
    const [backup] = await backups.list()
    const restoring = new MemoryDisk(disk.image())
    await backupsOn(new MemoryStoreFs(restoring)).prepare(backup?.id ?? '')
    const own = await openAndRead(folderOn(restoring, restoredFolder(storeFolder)))
    expect(own.text).not.toBe(before.text)
    const swapping = folderOn(restoring)
    await swapping.open()
    await swapping.putRestored()
    const random = randomNumbers(seed)
    for (const state of crashStates(restoring, () => 0, random, scaled(2, 30))) {
      const found = await openAndRead(folderOn(new MemoryDisk(state.image)))
      const right = [before.text, own.text].includes(found.text) && found.warning === null
      count(context, { crashStates: state.fresh ? 1 : 0, violations: right ? 0 : 1 })
      expect(right, `seed ${seed}, after effect ${state.position}`).toBe(true)
    }
  })
})
