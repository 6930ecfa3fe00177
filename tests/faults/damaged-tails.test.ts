import { beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { recover } from '../../electron/store/recover.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { testKeys } from '../support/store-keys.ts'
import { cutAt, type Damage, flipped, garbled, sectorsLost, zeroed } from './support/damage.ts'
import { count } from './support/figures.ts'
import { openAndRead, violationIn } from './support/judge.ts'
import type { Expectation } from './support/ledger.ts'
import { type DiskImage, MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { largePlan, somePlan, someText } from './support/some-plan.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

/** A store whose newest segment ends in records of which each one's beginning is known. */
type Tail = {
  readonly image: DiskImage
  readonly path: string
  readonly bytes: Buffer
  /** Where the last record and the one before begin. */
  readonly last: number
  readonly before: number
  /** What must be there without the last records, none or one or two of them. */
  readonly without: (records: number) => Expectation
}

async function tailOf(save: (session: StoreSession, step: number) => Promise<void>): Promise<Tail> {
  const session = new StoreSession()
  await session.open()
  const ends: number[] = []
  const newest = () => [...session.disk.image()].findLast(([path]) => path.endsWith('.rjrn'))
  for (let step = 0; step < 4; step += 1) {
    await save(session, step)
    ends.push(newest()?.[1]?.length ?? 0)
  }
  const [path, bytes] = newest() ?? []
  if (!path || !bytes) throw new Error('There is no segment.')
  const { required } = session.ledger.at(session.position)
  const [before = 0, last = 0] = ends.slice(-3)
  const without = (records: number): Expectation => ({
    required: required.slice(0, required.length - records),
    allows: (sequence, hash) => required[sequence - 1] === hash,
  })
  return { image: session.disk.image(), path, bytes, last, before, without }
}

/** The store's disk with these bytes in its newest segment. */
const fsOf = ({ image, path }: Tail, bytes: Buffer) =>
  new MemoryStoreFs(new MemoryDisk(new Map(image).set(path, bytes)))

const findIn = (tail: Tail, bytes: Buffer) =>
  openAndRead(new PatientFolder(fsOf(tail, bytes), storeFolder))

/** What a start makes of it: null when it is right, or a sentence. */
async function violationAfter(tail: Tail, { bytes, told }: Damage, lost: number) {
  try {
    const found = await findIn(tail, bytes)
    const violation = violationIn(found, tail.without(lost)) ?? found.warning
    if (violation) return `${told}: ${violation}`
    const recovery = await recover(fsOf(tail, bytes), storeFolder, testKeys)
    const missing = tail.without(0).required.length - found.history.length
    const atSeam = [tail.last, tail.before].includes(bytes.length)
    return missing > 0 && recovery?.findings.length === 0 && !atSeam
      ? `${told}: a lost record was not noticed`
      : null
  } catch (error) {
    return `${told}: opening failed: ${error}`
  }
}

async function check(context: TestContext, tail: Tail, damages: Iterable<Damage>, lost = 1) {
  const violations: string[] = []
  for (const damage of damages) {
    const violation = await violationAfter(tail, damage, lost)
    if (violation) violations.push(violation)
    count(context, { tails: 1, wrong: violation ? 1 : 0 })
  }
  expect(violations.slice(0, 10), `seed ${seed}`).toEqual([])
}

function* upTo(end: number, from = 0, step = 1): Generator<number> {
  for (let at = from; at < end; at += step) yield at
}

/** Of many some, evenly: so many in the share of `npm test`, ten times as many in the long form. */
function* some<T>(values: Iterable<T>, share: number): Generator<T> {
  const all = [...values]
  const step = Math.max(1, Math.floor(all.length / scaled(share, share * 10)))
  for (let at = 0; at < all.length; at += step) {
    const value = all[at]
    if (value !== undefined) yield value
  }
}

describe('a newest segment whose last records are cut short or damaged', () => {
  let tail: Tail
  const random = randomNumbers(seed)

  beforeAll(async () => {
    tail = await tailOf(async (session, step) => {
      const plan = somePlan(random, session.reference)
      const long = step === 3 ? [longChange(random)] : []
      await session.save({ ...plan, changes: [...plan.changes, ...long] })
    })
  })

  it('keeps what comes before every cut', async (context) => {
    const { bytes, last, before } = tail
    await check(
      context,
      tail,
      some(
        [...upTo(bytes.length, last)].map((at) => cutAt(bytes, at)),
        500,
      ),
    )
    await check(
      context,
      tail,
      some(
        [...upTo(last, before)].map((at) => cutAt(bytes, at)),
        50,
      ),
      2,
    )
  })

  it('never takes a record with a wrong bit', async (context) => {
    const { bytes, last } = tail
    const bits = function* () {
      for (const at of upTo(bytes.length, last)) for (const bit of upTo(8)) yield [at, bit] as const
    }
    const damages = [...some(bits(), 1000)].map(([at, bit]) => flipped(bytes, at, bit))
    await check(context, tail, damages)
  })

  it('never takes a record that ends in zeros, or in garbage', async (context) => {
    const { bytes, last } = tail
    const places = [...some(upTo(bytes.length, last), 200)]
    await check(
      context,
      tail,
      places.map((at) => zeroed(bytes, at)),
    )
    await check(
      context,
      tail,
      places.map((at) => garbled(bytes, at, bytes.length, random)),
    )
  })

  it('never takes a record of which some sectors did not reach the disk', async (context) => {
    const { bytes, last } = tail
    const damages = [...upTo(scaled(200, 2000))].map((number) =>
      sectorsLost(bytes, last, () => random() < 0.5, `random sectors ${number}`),
    )
    await check(context, tail, damages)
  })

  it('ignores what lies behind its last record', async (context) => {
    const { bytes } = tail
    const damages = [...upTo(scaled(100, 1000))].map((length) => ({
      told: `${length} more bytes`,
      bytes: Buffer.concat([
        bytes,
        length % 2 === 0
          ? Buffer.alloc(length)
          : Buffer.from(Array.from({ length }, () => Math.floor(random() * 256))),
      ]),
    }))
    await check(context, tail, damages, 0)
  })
})

describe('a newest segment that ends in a record of several frames', () => {
  const pieces = scaled(10, 100)
  let tail: Tail
  /** Where the frame begins without which the others count for nothing. */
  let commit: number
  const random = randomNumbers(seed)
  const share = (number: number, end: number) =>
    tail.last + Math.floor(((end - tail.last) * number) / pieces)

  beforeAll(async () => {
    tail = await tailOf(async (session, step) => {
      const plan = step === 3 ? largePlan(random, 300) : somePlan(random, session.reference)
      await session.save(plan)
    })
    commit = lastFrameIn(tail.bytes, tail.last)
  })

  it('drops it whole when its last frame did not reach the disk', async (context) => {
    const { bytes, last } = tail
    const torn = zeroed(bytes, commit + 40, bytes.length - 1).bytes
    await check(context, tail, [
      ...[...upTo(pieces)].map((number) => cutAt(bytes, share(number, bytes.length))),
      ...[...upTo(pieces)].map((number) =>
        zeroed(torn, share(number, commit), share(number + 1, commit)),
      ),
      ...[...upTo(pieces)].map((number) =>
        sectorsLost(torn, last, () => random() < 0.9, `random sectors ${number}`),
      ),
    ])
  })

  it('reports it when its last frame is there and an earlier one is not', async (context) => {
    const damaged = [...upTo(pieces)].map((number) => {
      const from = share(number, commit)
      return garbled(tail.bytes, from, Math.min(from + 100, commit), random)
    })
    for (const { bytes, told } of damaged) {
      const found = await findIn(tail, bytes)
      expect(found.warning, told).toBe('readOnlyDamaged')
      expect(violationIn(found, tail.without(1)), told).toBe(null)
      expect(found.history.length, told).toBe(tail.without(1).required.length)
      count(context, { tails: 1, wrong: 0 })
    }
  })
})

function lastFrameIn(segment: Buffer, from: number): number {
  let begin = from
  for (let next = from; next < segment.length; next += segment.readUInt32LE(next + 8) + 52)
    begin = next
  return begin
}

const longChange = (random: () => number) => ({
  kind: 'group' as const,
  id: someText(random, 12),
  before: null,
  after: { displayName: someText(random, 1200) },
})
