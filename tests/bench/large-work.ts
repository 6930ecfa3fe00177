import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import Papa from 'papaparse'
import type { User } from '../../shared/directory/user.ts'
import { startHost } from '../e2e/host-process.ts'
import { manyUsers } from '../support/many-users.ts'
import { type Figure, median, timed } from './figure.ts'
import { administrator, fillDirectory } from './fill-directory.ts'
import { hostedApplication } from './hosted-application.ts'

const rounds = 5
/** So many readings of the memory in a row, with a pause in milliseconds between them. */
const readings = 10
const pause = 1000
const goal = { import: 8000, wait: 100, memory: 450, toJson: 4 } as const

/** The import of a large file, how long anybody waits meanwhile, and the memory of a host at rest. */
export async function measureLargeWork(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const users of sizes) {
    const large = users >= 100_000
    const people = manyUsers(users)
    const imports = await measureImports(people)
    const whole = median(imports.map((each) => each.whole))
    const longestWait = median(imports.map((each) => each.longestWait))
    figures.push(
      {
        work: 'import, preview and apply',
        users,
        figure: whole,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.import} ms`, met: whole <= goal.import } : {}),
      },
      {
        work: '… first search right after it',
        users,
        figure: median(imports.map((each) => each.search)),
        unit: 'ms',
      },
      {
        work: 'longest wait during these and the checkpoint',
        users,
        figure: longestWait,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.wait} ms`, met: longestWait <= goal.wait } : {}),
      },
    )
    const memory = await measureMemory(users)
    if (memory === null) continue
    const toJson = memory / (Buffer.byteLength(JSON.stringify(people)) / 1e6)
    figures.push(
      {
        work: 'memory of the application process, settled',
        users,
        figure: memory,
        unit: 'MB',
        ...(large ? { goal: `at most ${goal.memory} MB`, met: memory <= goal.memory } : {}),
      },
      {
        work: '… to the same users as JSON',
        users,
        figure: toJson,
        unit: '×',
        ...(large ? { goal: `at most ${goal.toJson} ×`, met: toJson <= goal.toJson } : {}),
      },
    )
  }
  return figures
}

async function measureImports(users: readonly User[]) {
  const bytes = new TextEncoder().encode(Papa.unparse(users.map(downloadRow)))
  const imports: Awaited<ReturnType<typeof measureImport>>[] = []
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    imports.push(await measureImport(dataDir, bytes))
    await rm(dataDir, { recursive: true })
  }
  return imports
}

async function measureImport(dataDir: string, bytes: Uint8Array<ArrayBuffer>) {
  const { application, ask } = await hostedApplication(dataDir)
  await ask('createDirectory', { name: 'Bench', domain: 'bench.example', administrator })
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  const whole = await timed(async () => {
    const { importId } = await ask('previewImport', { name: 'people.csv', bytes })
    await ask('applyImport', { importId })
  })
  const search = await timed(() => ask('listUsers', { search: 'nguyen', offset: 0, limit: 100 }))
  await application.close()
  delay.disable()
  return { whole, search, longestWait: delay.max / 1e6 }
}

/** A row of the portal's "Download users" file. */
const downloadRow = (user: User) => ({
  userPrincipalName: user.userPrincipalName,
  displayName: user.displayName,
  surname: user.surname,
  mail: user.mail,
  givenName: user.givenName,
  objectId: user.id,
  userType: user.userType,
  jobTitle: user.jobTitle,
  department: user.department,
  accountEnabled: user.accountEnabled,
  usageLocation: user.usageLocation,
  streetAddress: user.streetAddress,
  state: user.state,
  country: user.country,
  physicalDeliveryOfficeName: user.officeLocation,
  city: user.city,
  postalCode: user.postalCode,
  telephoneNumber: user.businessPhones[0],
  mobile: user.mobilePhone,
  authenticationPhoneNumber: user.authenticationPhoneNumber,
  authenticationEmail: user.authenticationEmail,
  alternateEmailAddress: user.otherMails.join(';'),
})

/** MB of memory that a host occupies once somebody has signed in and searched. Null off Linux. */
async function measureMemory(users: number): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const dataDir = await mkdtemp(join(tmpdir(), 'roster-bench-'))
  await fillDirectory(dataDir, users)
  const host = await startHost(dataDir)
  const ask = (request: string, input: unknown) =>
    fetch(new URL(`/rpc/${request}`, host.address), {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }).then((answer) => answer.json())
  const { userPrincipalName, password } = administrator
  await ask('signIn', { userPrincipalName, password })
  for (const search of ['', 'nguyen', 'sales', 'a'])
    await ask('listUsers', { search, offset: 0, limit: 100 })
  const settled = await settledMemory(host.pid)
  await host.end('SIGTERM')
  await rm(dataDir, { recursive: true })
  return settled
}

/** In MB, once it has stayed the same for a while: the search is made ready and a backup made after signing in. */
async function settledMemory(pid: number): Promise<number> {
  let before = 0
  for (let same = 0; same < readings; ) {
    await setTimeout(pause)
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const now = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000
    same = Math.abs(now - before) < 1 ? same + 1 : 0
    before = now
  }
  return before
}
