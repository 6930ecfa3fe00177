import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { BulkEdit } from '../../shared/fields/bulk-edit.ts'
import { type Figure, median, timed } from './figure.ts'
import { fillDirectory } from './fill-directory.ts'
import { type Ask, hostedApplication } from './hosted-application.ts'

const edited = 10_000
const deleted = 1_000
const rounds = 5
const goal = { edit: 1500, delete: 300, wait: 100 } as const

const editsOf = (round: number): BulkEdit[] => [
  { property: 'companyName', action: 'set', value: `Contoso ${round}` },
  { property: 'jobTitle', action: 'append', text: '.' },
  { property: 'officeLocation', action: 'set', value: `Hall ${round}` },
]

/** Editing 10,000 users with a preview, and deleting and restoring 1,000, each as one transaction. */
export async function measureBulkWork(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const users of sizes.filter((size) => size >= edited)) {
    const dataDir = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const account = await fillDirectory(dataDir, users)
    const { application, ask } = await hostedApplication(dataDir)
    const { userPrincipalName, password } = account
    await ask('signIn', { userPrincipalName, password })
    const { ids = [] } = await ask('listUsers', {
      search: 'a',
      offset: 0,
      limit: 0,
      idsOnly: true,
    })
    const { userId } = await ask('whoAmI', {})
    const others = ids.filter((id) => id !== userId)
    const found = await measureRounds(ask, others)
    figures.push(
      ...row(
        `edit ${edited.toLocaleString('en')} users, preview and apply`,
        users,
        found.edit,
        goal.edit,
      ),
      ...row(`delete ${deleted.toLocaleString('en')} users`, users, found.remove, goal.delete),
      ...row(`restore ${deleted.toLocaleString('en')} users`, users, found.restore, goal.delete),
      ...row('longest wait during these', users, found.wait, goal.wait),
    )
    await application.close()
    await rm(dataDir, { recursive: true })
  }
  return figures
}

async function measureRounds(ask: Ask, others: readonly string[]) {
  const edit: number[] = []
  const remove: number[] = []
  const restore: number[] = []
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  for (let round = 0; round < rounds; round += 1) {
    const many = others.slice(0, edited)
    edit.push(
      await timed(async () => {
        const input = { ids: [...many], edits: editsOf(round) }
        const { previewId } = await ask('previewBulkUpdate', input)
        await ask('bulkUpdateUsers', { previewId, only: 'all' })
      }),
    )
    const some = { ids: others.slice(0, deleted) }
    remove.push(await timed(() => ask('deleteUsers', some)))
    restore.push(await timed(() => ask('restoreUsers', some)))
  }
  delay.disable()
  return {
    edit: median(edit),
    remove: median(remove),
    restore: median(restore),
    wait: delay.max / 1e6,
  }
}

const row = (work: string, users: number, figure: number, most: number): Figure[] => [
  { work, users, figure, unit: 'ms', goal: `at most ${most} ms`, met: figure <= most },
]
