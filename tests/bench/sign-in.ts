import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, median, timed } from './figure.ts'
import { fillDirectory } from './fill-directory.ts'
import { hostedApplication } from './hosted-application.ts'

const rounds = 5
const goal = { least: 200, most: 1200 } as const

/** From the password to the opened directory: long enough to make guessing costly, and no longer. */
export async function measureSignIn(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const users of sizes) {
    const dataDir = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const { userPrincipalName, password } = await fillDirectory(dataDir, users)
    const { application, ask } = await hostedApplication(dataDir)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timed(() => ask('signIn', { userPrincipalName, password })))
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
  }
  return figures
}
