import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Application, openApplication } from '../../electron/application.ts'
import type { ApplicationPorts } from '../../electron/open-services.ts'
import { forkPhotoHelper } from '../../electron/photos/fork-photo-helper.ts'
import { folderSettingsSchema } from '../../electron/settings/folder-settings.ts'
import { type Asked, contract, type Output } from '../../shared/contract/contract.ts'
import { preferencesSchema } from '../../shared/contract/preferences.ts'
import type { Request } from '../../shared/contract/requests.ts'
import type { Failure } from '../../shared/errors.ts'
import { memorySettings } from './memory-settings.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const sampleFile = join(
  import.meta.dirname,
  '..',
  '..',
  'resources',
  'sample',
  'directory.json',
)

export const administrator = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada@contoso.example',
  password: 'Analytical-Engine-1843',
}

/** Far below what keeps a password safe: tests sign in often. */
export const cheapCosts = { memory: 64, passes: 1 }

/** The application on a real folder, asked as a host would ask it. */
export type Roster = {
  readonly dataDir: string
  readonly application: Application
  /** The value of an answer, checked against the contract. Fails the test on a refusal. */
  ask<R extends Request>(request: R, input: Asked<R>): Promise<Output<R>>
  /** The failure of an answer. Fails the test when the request is granted. */
  refusal(request: string, input: unknown): Promise<Failure>
  /** The same folder read by a new application, after a restart. */
  reopen(): Promise<Roster>
}

export type RosterOptions = Partial<
  Pick<
    ApplicationPorts,
    | 'now'
    | 'after'
    | 'monotonic'
    | 'lockSystem'
    | 'fs'
    | 'showFolder'
    | 'chooseFolder'
    | 'folders'
    | 'policies'
    | 'secrets'
    | 'readOnly'
  >
>

export async function openRoster(dataDir?: string, options: RosterOptions = {}): Promise<Roster> {
  const folder = dataDir ?? (await temporaryFolder())
  const application = await openApplication({
    version: '0.0.0',
    dataDir: folder,
    sampleFile,
    preferences: memorySettings(preferencesSchema, { lockAfterMinutes: 0 }),
    folders: memorySettings(folderSettingsSchema),
    startPhotoHelper: forkPhotoHelper,
    log: { info: () => {}, error: () => {} },
    passwordCosts: cheapCosts,
    ...options,
  })
  onTestFinished(() => application.close())
  return {
    dataDir: folder,
    application,
    async ask(request, input) {
      const answer = await application.answer(request, input)
      if (!answer.ok) throw new Error(`${request} was refused: ${JSON.stringify(answer.failure)}`)
      return contract[request].output.parse(answer.value) as never
    },
    async refusal(request, input) {
      const answer = await application.answer(request, input)
      if (answer.ok) throw new Error(`${request} was granted: ${JSON.stringify(answer.value)}`)
      return answer.failure
    },
    async reopen() {
      await application.close()
      return openRoster(folder, options)
    },
  }
}

/** A directory of one administrator, who is signed in. */
export async function openNewDirectory(options: RosterOptions = {}): Promise<Roster> {
  const roster = await openRoster(undefined, options)
  await roster.ask('createDirectory', {
    name: 'Contoso',
    domain: 'contoso.example',
    administrator,
  })
  return roster
}

export async function signIn(roster: Roster): Promise<void> {
  const { userPrincipalName, password } = administrator
  await roster.ask('signIn', { userPrincipalName, password })
}
