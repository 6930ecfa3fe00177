import { describe, expect, it } from 'vitest'
import { randomNumbers } from '../support/random-numbers.ts'
import { crashStates, fingerprintOf } from './support/crash-states.ts'
import { count } from './support/figures.ts'
import { openAndRead, violationIn, violationOf } from './support/judge.ts'
import { type DiskImage, MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { largePlan, somePlan } from './support/some-plan.ts'
import { someSession } from './support/some-session.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

describe('a store after a crash at any moment', () => {
  const histories = scaled(4, 50)
  it.for(Array.from({ length: histories }, (_, at) => seed * 1000 + at))(
    'has every acknowledged save (seed %i)',
    async (history, context) => {
      const random = randomNumbers(history)
      let session = new StoreSession()
      for (const era of [1, 2]) {
        await someSession(session, random, { steps: 8 })
        const { disk, ledger } = session
        let survivor = { position: disk.effects.length, image: disk.image() }
        let judged = 0
        for (const state of crashStates(disk, (at) => ledger.dueAt(at), random, 3)) {
          const violation = await violationAfter(state.image, ledger, state.position, random)
          count(context, { crashStates: state.fresh ? 1 : 0, violations: violation ? 1 : 0 })
          expect(violation, `seed ${history}, era ${era}, after effect ${state.position}`).toBe(
            null,
          )
          judged += 1
          if (random() < 1 / judged) survivor = state
        }
        session = new StoreSession(
          new MemoryDisk(survivor.image),
          ledger.afterCrash(survivor.position),
        )
      }
    },
  )
})

/** Of how many states one is worked on with: that takes several times as long as to judge it. */
const workedOn = 3

/** Whether a start keeps every promise, and, in some states, the next save and the start behind it. */
async function violationAfter(
  image: DiskImage,
  ledger: StoreSession['ledger'],
  position: number,
  random: () => number,
): Promise<string | null> {
  const disk = new MemoryDisk(image)
  const folderOf = () => new PatientFolder(new MemoryStoreFs(disk), storeFolder)
  const violation = await violationOf(folderOf, ledger.at(position))
  if (violation) return violation
  if (fingerprintOf(withoutLock(disk.image())) !== fingerprintOf(withoutLock(image)))
    return 'opening changed something on the disk'
  if (random() * workedOn >= 1) return null
  const next = new StoreSession(disk, ledger.afterCrash(position))
  await next.open()
  if ((await next.save(somePlan(random, next.reference))) !== 'acknowledged')
    return 'nothing can be saved afterwards'
  await next.close()
  const found = await openAndRead(folderOf())
  const later = violationIn(found, next.ledger.at(next.position)) ?? found.warning
  return later && `after one more save: ${later}`
}

const withoutLock = (image: DiskImage): DiskImage =>
  new Map([...image].filter(([path]) => !path.includes('lock.json')))

describe('a transaction of several frames, in a crash', () => {
  it('is there whole or not at all', async (context) => {
    const random = randomNumbers(seed)
    const session = new StoreSession()
    await session.open()
    await session.save(somePlan(random, session.reference))
    await session.save(largePlan(random, 140))
    await session.save(somePlan(random, session.reference))
    session.kill()
    await session.open()
    await session.save(largePlan(random, 140))
    const { disk, ledger } = session
    for (const state of crashStates(disk, (at) => ledger.dueAt(at), random, scaled(0, 10))) {
      const violation = await violationAfter(state.image, ledger, state.position, random)
      count(context, { crashStates: state.fresh ? 1 : 0, violations: violation ? 1 : 0 })
      expect(violation, `seed ${seed}, after effect ${state.position}`).toBe(null)
    }
  })
})
