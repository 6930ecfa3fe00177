import { argon2Sync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveKeyInThread } from '../../../../electron/keys/derive-key.ts'

const deriveKey = deriveKeyInThread()
const salt = Uint8Array.from({ length: 16 }, (_, at) => at)
const costs = { memory: 64, passes: 2 }

describe('deriveKey', () => {
  it('derives by Argon2id, as another implementation of it does', async () => {
    const typed = fc.record({
      password: fc.string({ minLength: 1 }),
      salt: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      memory: fc.integer({ min: 8, max: 256 }),
      passes: fc.integer({ min: 1, max: 3 }),
      length: fc.integer({ min: 4, max: 64 }),
    })
    await fc.assert(
      fc.asyncProperty(typed, async ({ password, salt, memory, passes, length }) => {
        const expected = argon2Sync('argon2id', {
          message: password.normalize('NFC'),
          nonce: salt,
          memory,
          passes,
          parallelism: 1,
          tagLength: length,
        })
        const key = await deriveKey(password, salt, { memory, passes }, length)
        expect(Buffer.from(key).toString('hex')).toBe(expected.toString('hex'))
      }),
      { numRuns: 15 },
    )
  })

  it('takes an accent as typed on any keyboard', async () => {
    const composed = await deriveKey('Caf\u00e9-Racer', salt, costs, 32)
    expect(await deriveKey('Cafe\u0301-Racer', salt, costs, 32)).toEqual(composed)
  })

  it('leaves other work its turn, and gives its memory back', async () => {
    const large = { memory: 64 * 1024, passes: 1 }
    await deriveKey('Analytical-Engine-1843', salt, large, 32)
    const before = process.memoryUsage.rss()
    let turns = 0
    const ticking = setInterval(() => {
      turns += 1
    }, 1)
    await deriveKey('Analytical-Engine-1843', salt, large, 32)
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(0)
    expect(process.memoryUsage.rss() - before).toBeLessThan(48 * 2 ** 20)
  })

  it('fails with what Argon2 says of what it cannot work with', async () => {
    await expect(deriveKey('secret', salt, { memory: 1, passes: 1 }, 32)).rejects.toThrow(
      /[Mm]emory/,
    )
  })

  it('fails when its thread cannot be started', async () => {
    const broken = deriveKeyInThread('/nowhere/derive-key.js')
    await expect(broken('secret', salt, costs, 32)).rejects.toThrow(/nowhere/)
  })
})
