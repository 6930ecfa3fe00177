import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Figure, median, timed } from './figure.ts'
import { fillDirectory } from './fill-directory.ts'
import { hostedApplication } from './hosted-application.ts'

const rounds = 5
const goal = { least: 200, most: 1200, wait: 100 } as const
const firstRows = { search: '', filters: [], sort: [], deleted: false, offset: 0, limit: 100 }

/**
 * From the password to the opened directory: long enough to make guessing costly, and no longer. Then what whoever
 * searches at once waits for, and whether anybody else does.
 */
export async function measureSignIn(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const users of sizes) {
    const dataDir = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const { userPrincipalName, password } = await fillDirectory(dataDir, users)
    const { application, ask } = await hostedApplication(dataDir)
    const times: number[] = []
    const searches: number[] = []
    const waits: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timed(() => ask('signIn', { userPrincipalName, password })))
      await ask('listUsers', firstRows)
      const delay = monitorEventLoopDelay({ resolution: 2 })
      delay.enable()
      searches.push(await timed(() => ask('listUsers', { ...firstRows, search: 'nguyen' })))
      delay.disable()
      waits.push(delay.max / 1e6)
      await ask('signOut', {})
    }
    await application.close()
    await rm(dataDir, { recursive: true })
    const figure = median(times)
    const met = figure >= goal.least && figure <= goal.most
    figures.push({
      work: 'sign in, to the opened directory',
      users,
      figure,
      unit: 'ms',
      goal: `${goal.least} to ${goal.most} ms`,
      met,
    })
    figures.push({
      work: 'first search right after signing in',
      users,
      figure: median(searches),
      unit: 'ms',
    })
    const wait = median(waits)
    figures.push({
      work: 'longest wait of others meanwhile',
      users,
      figure: wait,
      unit: 'ms',
      goal: `at most ${goal.wait} ms`,
      met: wait <= goal.wait,
    })
  }
  return figures
}
