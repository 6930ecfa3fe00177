import { describe, expect, it } from 'vitest'
import type { FileHeader } from '../../electron/store/format/file-header.ts'
import type { Seal } from '../../electron/store/format/seal.ts'
import type { StoreKeys } from '../../electron/store/store-keys.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { testKeys } from '../support/store-keys.ts'
import { count } from './support/figures.ts'
import { scaled, seed } from './support/scale.ts'
import { pick, somePlan } from './support/some-plan.ts'
import { codes } from './support/some-session.ts'
import { StoreSession } from './support/store-session.ts'

/** The keys of a store, which note what is sealed with each file's key, and in which place. */
class WatchedKeys {
  sealed = 0
  readonly repeated: string[] = []
  /** The last place that was sealed in each file. */
  readonly #places = new Map<string, number>()

  get keys(): StoreKeys {
    return { ...testKeys, sealOf: (header) => this.#watched(header) }
  }

  #watched(header: FileHeader): Seal | null {
    const seal = testKeys.sealOf(header)
    if (!seal) return null
    const salt = Buffer.from(header.salt).toString('hex')
    return {
      open: seal.open,
      close: (content, bound, index) => {
        this.#note(salt, index)
        return seal.close(content, bound, index)
      },
    }
  }

  #note(salt: string, index: number) {
    this.sealed += 1
    if (index <= (this.#places.get(salt) ?? -1)) this.repeated.push(`${salt} ${index}`)
    this.#places.set(salt, index)
  }
}

describe('a nonce', () => {
  it('is never used twice with one key, whatever fails and whoever is killed', async (context) => {
    const watched = new WatchedKeys()
    const crashes = scaled(60, 5000)
    const records = scaled(6000, 1_000_000)
    const random = randomNumbers(seed)
    for (let crash = 0; crash < crashes; crash += 1)
      await crashingWork(watched, random, Math.ceil(records / crashes))
    expect(watched.repeated).toEqual([])
    expect(watched.sealed).toBeGreaterThanOrEqual(records)
    count(context, { sealed: watched.sealed, crashes, repeatedNonces: watched.repeated.length })
  })
})

/** Somebody who saves until so many records are sealed, once with a failing call and once killed. */
async function crashingWork(watched: WatchedKeys, random: () => number, records: number) {
  const session = new StoreSession()
  const end = watched.sealed + records
  const places = [Math.floor(random() * records), Math.floor(random() * records)]
  let failing = false
  const intercept = () => {
    if (!failing) return null
    failing = false
    return { fail: pick(random, codes), done: pick(random, ['nothing', 'part', 'whole'] as const) }
  }
  const open = () => session.open(intercept, { keys: watched.keys })
  await open()
  for (let saved = 0; watched.sealed < end; saved += 1) {
    failing = saved === places[0]
    if (saved === places[1]) {
      void session.save(somePlan(random, session.reference))
      session.kill()
      // What was to fail died with the process: the next one is to open.
      failing = false
      await open()
    }
    await session.save(somePlan(random, session.reference))
  }
  await session.close()
}
