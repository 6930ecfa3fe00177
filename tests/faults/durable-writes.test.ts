import { describe, expect, it } from 'vitest'
import { writeDurably } from '../../electron/store/durable-file.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { crashStates } from './support/crash-states.ts'
import { count } from './support/figures.ts'
import { MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { scaled, seed } from './support/scale.ts'

const path = '/data/settings/file'
const older = Buffer.alloc(3000, 'older ')
const newer = Buffer.alloc(5000, 'newer ')
const earlier = () =>
  new MemoryDisk(
    new Map([
      ['/data', null],
      ['/data/settings', null],
      [path, older],
    ]),
  )
const found = (disk: MemoryDisk) => disk.image().get(path)?.toString().slice(0, 5) ?? 'nothing'

describe('a file that is written durably', () => {
  it('is the older or the newer one after a crash, and the newer once it was acknowledged', async (context) => {
    const disk = earlier()
    await writeDurably(path, newer, new MemoryStoreFs(disk))
    const done = disk.effects.length
    const random = randomNumbers(seed)
    for (const { image, position, fresh } of crashStates(disk, () => 0, random, scaled(20, 200))) {
      const left = image.get(path)
      const right = left?.equals(newer) || (position < done && left?.equals(older))
      count(context, { crashStates: fresh ? 1 : 0, violations: right ? 0 : 1 })
      expect(right, `seed ${seed}, after effect ${position}`).toBe(true)
    }
  })

  it('is there after a power cut though a killed process made its folder', async () => {
    const disk = new MemoryDisk()
    const killed = new MemoryStoreFs(disk, ({ name }) =>
      name === 'mkdir' ? { kill: 'whole' } : null,
    )
    void writeDurably(path, older, killed)
    await killed.killed
    await writeDurably(path, newer, new MemoryStoreFs(disk))
    const done = disk.effects.length
    for (const { image, position } of crashStates(disk, () => 0, randomNumbers(seed), 20))
      if (position === done) expect(image.get(path)?.equals(newer)).toBe(true)
  })

  it('is the older one when a call before its renaming fails, and leaves nothing beside it', async (context) => {
    const renaming = await callsUntilRenaming()
    for (let number = 0; number < renaming; number += 1) {
      const disk = earlier()
      const fs = new MemoryStoreFs(disk, (call) =>
        call.number === number ? { fail: 'EIO', done: 'part' } : null,
      )
      await expect(writeDurably(path, newer, fs)).rejects.toMatchObject({ code: 'EIO' })
      expect(found(disk)).toBe('older')
      expect([...disk.image().keys()].filter((each) => each.endsWith('.tmp'))).toEqual([])
      expect(fs.usedAfterFailedSync).toEqual([])
      count(context, { callFaults: 1 })
    }
  })
})

async function callsUntilRenaming(): Promise<number> {
  let renaming = 0
  const fs = new MemoryStoreFs(earlier(), ({ name, number }) => {
    if (name === 'rename') renaming = number
    return null
  })
  await writeDurably(path, newer, fs)
  return renaming
}
