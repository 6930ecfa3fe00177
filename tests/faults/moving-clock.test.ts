import { describe, expect, it } from 'vitest'
import { randomNumbers } from '../support/random-numbers.ts'
import { count } from './support/figures.ts'
import { readAll, violationOf } from './support/judge.ts'
import { MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { steadyClock } from './support/session.ts'
import { somePlan } from './support/some-plan.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

/** Moments around which clocks go wrong: summer time, the beginnings and ends of eras, leap days. */
const moments = [
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
  '1601-01-01T00:00:00.000Z',
  '2016-01-02T12:00:00.000Z',
  '2026-03-29T00:59:59.500Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T01:30:00.000Z',
  '2028-02-29T12:00:00.000Z',
  '2036-01-02T12:00:00.000Z',
  '2038-01-19T03:14:08.000Z',
  '9999-12-31T23:59:59.999Z',
].map((moment) => Date.parse(moment))

/** A clock that jumps at any time, mostly by years. */
function jumpingClock(random: () => number): () => Date {
  let moment = Date.parse('2026-01-02T12:00:00Z')
  return () => {
    moment =
      random() < 0.5
        ? (moments[Math.floor(random() * moments.length)] ?? moment)
        : moment + Math.floor((random() - 0.5) * 20 * 365 * 86_400_000)
    return new Date(moment)
  }
}

/** Saves, starts and checkpoints by a clock. Answers what was saved, the moments aside. */
async function work(history: number, clock: () => Date) {
  const random = randomNumbers(history)
  const session = new StoreSession(new MemoryDisk(), undefined, clock)
  await session.open()
  for (let step = 0; step < 12; step += 1) {
    if (random() < 0.3) {
      if (random() < 0.5) await session.close()
      else session.kill()
      await session.open()
    }
    await session.save(somePlan(random, session.reference))
  }
  const { history: saved } = await readAll(session.store)
  await session.close()
  const violation = await violationOf(
    () => new PatientFolder(new MemoryStoreFs(session.disk), storeFolder),
    session.ledger.at(session.position),
  )
  const orders = saved.map(({ sequence, activity, changes }) => ({
    sequence,
    activity,
    changes: changes.map(({ kind, id, after }) => ({ kind, id, after: withoutMoments(after) })),
  }))
  return { violation, orders }
}

const withoutMoments = (values: Readonly<Record<string, unknown>> | null) =>
  values && Object.fromEntries(Object.entries(values).filter(([name]) => !/Date/.test(name)))

describe('a clock that jumps by years, back and forth', () => {
  it('changes neither what is saved nor its order', async (context) => {
    for (let left = scaled(40, 500); left > 0; left -= 1) {
      const history = seed * 1000 + left
      const jumping = await work(history, jumpingClock(randomNumbers(history)))
      const steady = await work(history, steadyClock())
      expect(jumping.violation, `seed ${history}`).toBe(null)
      expect(jumping.orders, `seed ${history}`).toEqual(steady.orders)
      count(context, { sequences: 1 })
    }
  })
})
