import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import type { User } from '../../shared/directory/user.ts'
import { manyUsers } from '../support/many-users.ts'
import { testKeys } from '../support/store-keys.ts'
import { actor, aPlace, fill } from './a-filled-store.ts'
import { type Figure, median, timed } from './figure.ts'

const rounds = 5
const savesOfRound = 100
const goal = 50

/** One checkpoint after another while somebody saves. */
const always = {
  working: { bytes: Number.POSITIVE_INFINITY, records: 20 },
  closing: { bytes: Number.POSITIVE_INFINITY, records: Number.POSITIVE_INFINITY },
}

/** How long the slowest save of a hundred takes while checkpoints are written, and anything else waits. */
export async function measureCheckpoints(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const users = manyUsers(size)
    const place = aPlace(join(folder, 'store'), testKeys)
    await fill(place, users)
    const store = await LowdbDirectoryStore.open({ ...place, checkpoints: always })
    if (!store) throw new Error('The directory just written is not there.')
    const slowest: number[] = []
    const waits: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const times: number[] = []
      const delay = monitorEventLoopDelay({ resolution: 2 })
      delay.enable()
      for (let number = 0; number < savesOfRound; number += 1) {
        const { id, jobTitle } = users[(number * 7919) % users.length] as User
        const change = {
          kind: 'user' as const,
          id,
          before: { jobTitle },
          after: { jobTitle: `Title ${round}.${number}` },
        }
        times.push(
          await timed(() =>
            store.transact(actor, () => ({ activity: 'updateUser', changes: [change] })),
          ),
        )
      }
      delay.disable()
      slowest.push(Math.max(...times))
      waits.push(delay.max / 1e6)
    }
    await store.close()
    await rm(folder, { recursive: true })
    figures.push(
      ...row('slowest of 100 saves beside a checkpoint', size, median(slowest)),
      ...row('longest wait beside a checkpoint', size, median(waits)),
    )
  }
  return figures
}

const row = (work: string, users: number, figure: number): Figure[] => {
  const met = figure <= goal
  return [{ work, users, figure, unit: 'ms', goal: `at most ${goal} ms`, met }]
}
