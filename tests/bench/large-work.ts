import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Papa from 'papaparse'
import { openApplication } from '../../electron/application.ts'
import { forkPhotoHelper } from '../../electron/photos/fork-photo-helper.ts'
import { preferencesSchema } from '../../shared/contract/preferences.ts'
import type { User } from '../../shared/directory/user.ts'
import { startHost } from '../e2e/host-process.ts'
import { manyUsers } from '../support/many-users.ts'
import { type Figure, timed } from './figure.ts'
import { administrator, fillDirectory, quiet } from './fill-directory.ts'

const goal = { import: 8000, wait: 100, memory: 450 } as const

/** The import of a large file, how long anybody waits meanwhile, and the memory of a host at rest. */
export async function measureLargeWork(sizes: readonly number[]): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const users of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'))
    const large = users >= 100_000
    const { whole, longestWait } = await measureImport(folder, manyUsers(users))
    figures.push(
      {
        work: 'import, preview and apply',
        users,
        figure: whole,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.import} ms`, met: whole <= goal.import } : {}),
      },
      {
        work: 'longest wait during the import and its checkpoint',
        users,
        figure: longestWait,
        unit: 'ms',
        ...(large ? { goal: `at most ${goal.wait} ms`, met: longestWait <= goal.wait } : {}),
      },
    )
    await rm(folder, { recursive: true })
    const memory = await measureMemory(users)
    if (memory !== null)
      figures.push({
        work: 'memory of the application process, settled',
        users,
        figure: memory,
        unit: 'MB',
        ...(large ? { goal: `at most ${goal.memory} MB`, met: memory <= goal.memory } : {}),
      })
  }
  return figures
}

async function measureImport(dataDir: string, users: readonly User[]) {
  const preferences = preferencesSchema.parse({})
  const application = await openApplication({
    dataDir,
    sampleFile: '',
    preferences: { get: () => preferences, set: () => preferences },
    startPhotoHelper: forkPhotoHelper,
    log: quiet,
  })
  const ask = async (request: string, input: unknown) => {
    const answer = await application.answer(request, input)
    if (!answer.ok) throw new Error(answer.failure.message)
    return answer.value as { readonly importId: string }
  }
  await ask('createDirectory', { name: 'Bench', domain: 'bench.example', administrator })
  const bytes = new TextEncoder().encode(Papa.unparse(users.map(downloadRow)))
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  const whole = await timed(async () => {
    const { importId } = await ask('previewImport', { name: 'people.csv', bytes })
    await ask('applyImport', { importId })
  })
  await application.close()
  delay.disable()
  return { whole, longestWait: delay.max / 1e6 }
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
  const status = await readFile(`/proc/${host.pid}/status`, 'utf8')
  await host.end('SIGTERM')
  await rm(dataDir, { recursive: true })
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000
}
