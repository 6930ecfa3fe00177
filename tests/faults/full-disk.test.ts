import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest'
import { FileBallast } from '../../electron/store/file-ballast.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import { AppError } from '../../shared/errors.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { count } from './support/figures.ts'
import { violationOf } from './support/judge.ts'
import { MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { isStorageFailure, Session } from './support/session.ts'
import { somePlan } from './support/some-plan.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

const page = 4096

/** Works on a disk that fills up, makes room, and works on. Answers what went wrong. */
async function violationOnFull(
  session: Session,
  open: () => Promise<void>,
  makeRoom: () => void,
  random = randomNumbers(seed),
): Promise<string | null> {
  const save = () => session.save(somePlan(random, session.reference))
  const opened: unknown = await open().catch((error: unknown) => error)
  if (opened !== undefined && !(opened instanceof AppError)) return `opening threw ${opened}`
  if (opened === undefined) {
    for (let left = 5; left > 0; left -= 1)
      if ((await save()) === 'refused' && !isStorageFailure(session.refusal))
        return `saving threw ${session.refusal}`
    if (!session.store.standing.readOnly) {
      makeRoom()
      if ((await save()) !== 'acknowledged')
        return `saving still fails with room: ${session.refusal}`
    }
    await session.close()
  }
  makeRoom()
  await open()
  if ((await save()) !== 'acknowledged') return `saving fails after a start: ${session.refusal}`
  await session.close()
  return null
}

async function someSaves(session: Session, saves: number): Promise<void> {
  const random = randomNumbers(seed)
  for (let left = saves; left > 0; left -= 1)
    await session.save(somePlan(random, session.reference))
  await session.close()
}

describe('a disk that fills up', () => {
  it('in the middle of any byte loses nothing, and works again with room', async (context) => {
    const base = new StoreSession()
    await base.open()
    await someSaves(base, 6)
    const image = base.disk.image()
    for (let room = 0; room < 12_000; room += scaled(97, 11)) {
      const disk = new MemoryDisk(image)
      const session = new StoreSession(disk, base.ledger.afterCrash(base.position))
      disk.capacity = disk.used + room
      const makeRoom = () => {
        disk.capacity = Number.POSITIVE_INFINITY
      }
      const violation =
        (await violationOnFull(session, () => session.open(), makeRoom)) ??
        (await violationOf(
          () => new PatientFolder(new MemoryStoreFs(disk), storeFolder),
          session.ledger.at(session.position),
        ))
      expect(violation, `seed ${seed}, ${room} bytes of room`).toBe(null)
      count(context, { fillLevels: 1 })
    }
  })

  it('and is a real one loses nothing, and works again with room', async (context) => {
    const { small, base, levels } = await realDisk(context)
    for (const { level, pages, data, path, random } of levels) {
      const filler = join(small, 'filler')
      fillUp(filler, pages * page)
      const ledger = base.ledger.afterCrash(base.position)
      const session = new Session(path, ledger)
      const violation =
        (await violationOnFull(
          session,
          () => session.openOn(nodeFs),
          () => rmSync(filler, { force: true }),
          random(),
        )) ??
        (await violationOf(() => new PatientFolder(nodeFs, path), ledger.at(session.position)))
      expect(violation, `seed ${seed}, level ${level}, ${pages} pages of room`).toBe(null)
      count(context, { fillLevels: 1 })
      rmSync(data, { recursive: true })
    }
  })

  it('takes the save that it would refuse, once, where a ballast can be given up', async (context) => {
    const { small, base, levels } = await realDisk(context)
    const filler = join(small, 'filler')
    for (const { level, pages, data, path, random } of levels) {
      const withBallast = level % 2 === 0
      const told = `seed ${seed}, level ${level}, ${pages} pages of room`
      const ledger = base.ledger.afterCrash(base.position)
      const session = new Session(path, ledger)
      const ballast = new FileBallast({ ...ballastPlace, path: join(small, 'ballast') })
      await session.openOn(nodeFs, { ballast })
      if (withBallast) await ballast.make()
      fillUp(filler, pages * page)
      const next = random()
      const save = () => session.save(somePlan(next, session.reference))
      let outcome = await save()
      while (!ballast.spent && outcome === 'acknowledged') outcome = await save()
      expect({ outcome, spent: ballast.spent }, told).toEqual(
        withBallast
          ? { outcome: 'acknowledged', spent: true }
          : { outcome: 'refused', spent: false },
      )
      while ((await save()) === 'acknowledged');
      expect(isStorageFailure(session.refusal), told).toBe(true)
      rmSync(filler)
      expect(await save(), told).toBe('acknowledged')
      await session.close()
      const folderOf = () => new PatientFolder(nodeFs, path)
      expect(await violationOf(folderOf, ledger.at(session.position)), told).toBe(null)
      rmSync(data, { recursive: true })
      count(context, { fillLevels: 1 })
    }
  })
})

/** A disk of one megabyte, on which a directory of a few saves lies anew at each level of filling. */
async function realDisk(context: TestContext) {
  const home = await temporaryFolder()
  const small = join(home, 'small')
  mkdirSync(small)
  const mounting = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', small])
  if (mounting.status !== 0) context.skip('a small disk can be mounted only by root, on Linux')
  onTestFinished(() => void spawnSync('umount', [small]))
  const base = new Session(join(home, 'base', 'store'))
  await base.openOn(nodeFs)
  await someSaves(base, 6)
  const levels = (function* () {
    for (let level = 0; level < scaled(30, 500); level += 1) {
      const data = join(small, 'data')
      cpSync(join(home, 'base'), data, { recursive: true })
      const random = () => randomNumbers(seed + level)
      yield { level, pages: level % 25, data, path: join(data, 'store'), random }
    }
  })()
  return { small, base, levels }
}

const ballastPlace = {
  fs: nodeFs,
  log: { info: () => {}, error: () => {} },
  onSpent: () => {},
  size: 16 * page,
  plenty: 0,
}

/** Takes all of a disk but so many bytes. */
function fillUp(path: string, room: number): void {
  const file = openSync(path, 'w')
  let size = 0
  try {
    for (;;) size += writeSync(file, Buffer.alloc(page))
  } catch {
    ftruncateSync(file, Math.max(0, size - room))
  } finally {
    closeSync(file)
  }
}
