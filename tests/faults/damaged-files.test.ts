import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { cutAt, type Damage, flipped, garbled, swapped, zeroed } from './support/damage.ts'
import { count } from './support/figures.ts'
import { type Found, openAndRead, violationIn } from './support/judge.ts'
import type { Expectation } from './support/ledger.ts'
import { type DiskImage, MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { pick, somePlan } from './support/some-plan.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

/** A store of several sessions: two checkpoints, segments before, between and behind them. */
type Sound = {
  readonly image: DiskImage
  readonly segments: readonly string[]
  readonly checkpoints: readonly string[]
  readonly required: readonly string[]
  /** How many transactions are there without the newest segment. */
  readonly beforeNewest: number
}

async function soundStore(): Promise<Sound> {
  const random = randomNumbers(seed)
  const session = new StoreSession()
  let beforeNewest = 0
  for (const end of ['close', 'close', 'kill', 'close', 'kill', 'kill'] as const) {
    await session.open()
    beforeNewest = session.reference.sequence
    for (let left = end === 'close' ? 3 : 1; left > 0; left -= 1)
      await session.save(somePlan(random, session.reference))
    if (end === 'close') await session.close()
    else session.kill()
  }
  const image = session.disk.image()
  const paths = [...image.keys()].sort()
  return {
    image,
    segments: paths.filter((path) => path.endsWith('.rjrn')),
    checkpoints: paths.filter((path) => path.endsWith('.rsnap')),
    required: session.ledger.at(session.position).required,
    // The newest segment repeats the last transaction before it.
    beforeNewest: beforeNewest - 1,
  }
}

/** The first so many of what was saved must be there; nothing else may. */
const expectation = ({ required }: Sound, first: number): Expectation => ({
  required: required.slice(0, first),
  allows: (sequence, hash) => required[sequence - 1] === hash,
})

/** What a start finds, or the failure with which it refuses. */
const outcomeOf = (image: DiskImage): Promise<Found | AppError> =>
  openAndRead(new PatientFolder(new MemoryStoreFs(new MemoryDisk(image)), storeFolder)).catch(
    (error: unknown) => {
      if (error instanceof AppError) return error
      throw error
    },
  )

/** Damages a file in some way; null when that leaves it as it was, or is not to be told from a crash. */
function someDamage(bytes: Buffer, others: readonly Buffer[], random: () => number): Damage | null {
  const at = Math.floor(random() * bytes.length)
  const sectors = Math.max(1, Math.ceil(bytes.length / 512))
  const ways: readonly [() => Damage, ...(() => Damage)[]] = [
    () => flipped(bytes, at, Math.floor(random() * 8)),
    () => cutAt(bytes, at),
    () => zeroed(bytes, at, at + 512),
    () => zeroed(bytes, at),
    () => garbled(bytes, at, at + 1 + Math.floor(random() * 600), random),
    () => swapped(bytes, Math.floor(random() * sectors), Math.floor(random() * sectors)),
    () => ({ told: 'as another file', bytes: others[at % others.length] ?? bytes }),
  ]
  const damage = pick(random, ways)()
  return damage.bytes.equals(bytes) ? null : damage
}

describe('a store of which some file was damaged', () => {
  let sound: Sound
  const tries = scaled(600, 10_000)

  beforeAll(async () => {
    sound = await soundStore()
  })

  it('is made of two checkpoints and of segments before and behind them', () => {
    expect(sound.checkpoints).toHaveLength(2)
    expect(sound.segments.length).toBeGreaterThan(5)
  })

  it('says so, or has everything all the same', async (context) => {
    const random = randomNumbers(seed)
    const paths = [...sound.segments, ...sound.checkpoints]
    const unnoticed: string[] = []
    for (let left = tries; left > 0; left -= 1) {
      const path = paths[Math.floor(random() * paths.length)] ?? ''
      const others = paths.flatMap((other) => sound.image.get(other) ?? [])
      const bytes = sound.image.get(path) ?? Buffer.alloc(0)
      const damage = someDamage(bytes, others, random)
      if (!damage) continue
      const outcome = await outcomeOf(new Map(sound.image).set(path, damage.bytes))
      const problem = problemOf(path, outcome)
      if (problem) unnoticed.push(`${path}, ${damage.told}: ${problem}`)
      count(context, { damagedFiles: 1, unnoticed: problem ? 1 : 0 })
    }
    expect(unnoticed, `seed ${seed}`).toEqual([])
  })

  it('says so when a segment is gone that is not the newest', async (context) => {
    for (const path of sound.segments.slice(0, -1)) {
      const image = new Map(sound.image)
      image.delete(path)
      expect(problemOf(path, await outcomeOf(image)), path).toBe(null)
      count(context, { damagedFiles: 1 })
    }
  })

  it('has everything without its checkpoints, one or both', async (context) => {
    for (const gone of [...sound.checkpoints.map((path) => [path]), sound.checkpoints]) {
      const image = new Map(sound.image)
      for (const path of gone) image.delete(path)
      const outcome = await outcomeOf(image)
      expect(outcome, gone.join()).not.toBeInstanceOf(AppError)
      expect(problemOf('', outcome), gone.join()).toBe(null)
      count(context, { damagedFiles: 1 })
    }
  })

  it('has everything when both checkpoints are damaged, and says so', async (context) => {
    const random = randomNumbers(seed)
    for (let left = scaled(50, 1000); left > 0; left -= 1) {
      const image = new Map(sound.image)
      for (const path of sound.checkpoints) {
        const bytes = image.get(path) ?? Buffer.alloc(0)
        const at = Math.floor(random() * bytes.length)
        image.set(path, flipped(bytes, at, Math.floor(random() * 8)).bytes)
      }
      const outcome = await outcomeOf(image)
      if (outcome instanceof AppError) throw outcome
      expect(violationIn(outcome, expectation(sound, sound.required.length))).toBe(null)
      expect(outcome.warning).toContain('damaged-checkpoint')
      count(context, { damagedFiles: 1 })
    }
  })

  /** What went unnoticed after damage of one file, or what the damage of a checkpoint lost. */
  function problemOf(path: string, outcome: Found | AppError): string | null {
    const newest = path === sound.segments.at(-1)
    if (outcome instanceof AppError)
      return path.endsWith('.rsnap') ? `a damaged checkpoint was refused: ${outcome}` : null
    const wrong = violationIn(outcome, expectation(sound, 0))
    if (wrong) return wrong
    const needed = newest ? sound.beforeNewest : sound.required.length
    const lost = violationIn(outcome, expectation(sound, needed))
    if (path.endsWith('.rsnap')) {
      const noticed = path !== sound.checkpoints.at(-1) || outcome.warning !== null
      return lost ?? (noticed ? null : 'the damage was not noticed')
    }
    return outcome.warning === null ? lost : null
  }
})
