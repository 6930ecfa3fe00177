import { beforeAll, describe, expect, it } from 'vitest'
import { recover } from '../../electron/store/recover.ts'
import { restoredFolder } from '../../electron/store/restore-swap.ts'
import { Salvage } from '../../electron/store/salvage.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { testKeys } from '../support/store-keys.ts'
import { crashStates } from './support/crash-states.ts'
import { cutAt, type Damage, flipped, garbled, zeroed } from './support/damage.ts'
import { count } from './support/figures.ts'
import { openAndRead } from './support/judge.ts'
import { hashOfTransaction } from './support/ledger.ts'
import { type DiskImage, MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { largePlan, pick, somePlan } from './support/some-plan.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

const log = { info: () => {}, error: () => {} }
const now = () => new Date('2026-01-02T12:00:00Z')

const salvageOn = (disk: MemoryDisk) =>
  new Salvage({ fs: new MemoryStoreFs(disk), folder: storeFolder, keys: testKeys, now, log })

const folderOn = (disk: MemoryDisk, path = storeFolder) =>
  new PatientFolder(new MemoryStoreFs(disk), path)

/** Saves all later transactions, which is what a person who looks at none of them would do. */
const bringBack = (disk: MemoryDisk) =>
  salvageOn(disk).prepare(async (begun, later) => {
    for (const transaction of later) await begun.again(transaction)
    return later
  })

/** A store of many segments and no checkpoint, so that each of them counts. */
async function soundStore() {
  const random = randomNumbers(seed)
  const session = new StoreSession()
  for (const saves of [3, 1, 5, 2, 1, 4, 2]) {
    await session.open()
    for (let left = saves; left > 0; left -= 1)
      await session.save(somePlan(random, session.reference))
    if (saves === 2) await session.save(largePlan(random, 140))
    session.kill()
  }
  const image = new Map(
    [...session.disk.image()].filter(([path]) => !/\.rsnap|lock\.json|\.tmp$/.test(path)),
  )
  return { image, required: session.ledger.at(session.position).required }
}

function someDamage(bytes: Buffer, random: () => number): Damage | null {
  const at = Math.floor(random() * bytes.length)
  return pick<() => Damage | null>(random, [
    () => flipped(bytes, at, Math.floor(random() * 8)),
    () => zeroed(bytes, at, at + 512),
    () => garbled(bytes, at, at + 1 + Math.floor(random() * 600), random),
    () => cutAt(bytes, at),
    () => null,
  ])()
}

describe('a store with a gap in its journal', () => {
  let image: DiskImage
  let required: readonly string[]
  let segments: readonly string[]

  beforeAll(async () => {
    const sound = await soundStore()
    image = sound.image
    required = sound.required
    segments = [...image.keys()].filter((path) => path.endsWith('.rjrn')).sort()
  })

  /** The store with some segment damaged, or gone. */
  function damaged(random: () => number): { told: string; disk: MemoryDisk } {
    const path = pick(random, segments.slice(0, -1) as [string, ...string[]])
    const bytes = image.get(path) ?? Buffer.alloc(0)
    const damage = someDamage(bytes, random)
    const left = new Map(image)
    if (damage) left.set(path, damage.bytes)
    else left.delete(path)
    return { told: `${path}, ${damage?.told ?? 'gone'}`, disk: new MemoryDisk(left) }
  }

  const isSaved = (transaction: Transaction) =>
    hashOfTransaction(transaction) === required[transaction.sequence - 1]

  it('is read behind it without a wrong transaction, and goes on from what is whole', async (context) => {
    const random = randomNumbers(seed)
    let behind = 0
    for (let left = scaled(80, 600); left > 0; left -= 1) {
      const { told, disk } = damaged(random)
      const before = disk.image()
      const recovery = await recover(new MemoryStoreFs(disk), storeFolder, testKeys).catch(
        () => null,
      )
      if (!recovery?.incomplete) continue
      const later = await bringBack(disk)
      behind += later.length
      expect(
        later.filter((each) => !isSaved(each)),
        told,
      ).toEqual([])
      const found = await openAndRead(folderOn(disk, restoredFolder(storeFolder)))
      expect(found.warning, told).toBe(null)
      const whole = found.history.length - later.length
      expect(whole, told).toBeGreaterThanOrEqual(recovery.head.sequence)
      const kept = found.history.slice(0, whole)
      expect(kept.every(isSaved), told).toBe(true)
      const carried = found.history.slice(whole).map(({ id: _, sequence: __, ...rest }) => rest)
      expect(carried, told).toEqual(later.map(({ id: _, sequence: __, ...rest }) => rest))
      const after = disk.image()
      for (const [path, bytes] of before) expect(after.get(path), told).toEqual(bytes)
      count(context, { damagedFiles: 1, unnoticed: 0 })
    }
    expect(behind).toBeGreaterThan(0)
  })

  it('is there as it was, or goes on, after a crash at any moment of that', async (context) => {
    const random = randomNumbers(seed)
    const [, , third = ''] = segments
    const bytes = image.get(third) ?? Buffer.alloc(0)
    const beginning = new Map(image).set(third, flipped(bytes, bytes.length >> 1, 1).bytes)
    const disk = new MemoryDisk(beginning)
    const before = await openAndRead(folderOn(new MemoryDisk(beginning)))
    await bringBack(disk)
    const restored = new MemoryDisk(disk.image())
    const own = await openAndRead(folderOn(restored, restoredFolder(storeFolder)))
    const swapping = folderOn(disk)
    await swapping.open()
    await swapping.putRestored()
    for (const state of crashStates(disk, () => 0, random, scaled(0, 10))) {
      const found = await openAndRead(folderOn(new MemoryDisk(state.image)))
      const right =
        (found.text === before.text && found.warning === before.warning) ||
        (found.text === own.text && found.warning === null)
      count(context, { crashStates: state.fresh ? 1 : 0, violations: right ? 0 : 1 })
      expect(right, `seed ${seed}, after effect ${state.position}`).toBe(true)
    }
  })

  it('offers nothing where another journal was put in its place', async () => {
    const stranger = new StoreSession()
    const random = randomNumbers(seed + 1)
    await stranger.open()
    for (let left = 20; left > 0; left -= 1)
      await stranger.save(somePlan(random, stranger.reference))
    await stranger.close()
    const others = [...stranger.disk.image()].filter(([path]) => path.endsWith('.rjrn'))
    const anchors = [...stranger.disk.image()].filter(([path]) => path.includes('head'))
    const kept = [...image].filter(([path]) => !path.endsWith('.rjrn'))
    const disk = new MemoryDisk(new Map([...kept, ...others]))
    expect(anchors.length).toBeGreaterThan(0)
    expect(await salvageOn(disk).read()).toBe(null)
  })
})
