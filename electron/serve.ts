import { join } from 'node:path'
import { inspect } from 'node:util'
import { chosenPreferencesSchema } from '../shared/contract/preferences.ts'
import { AppError } from '../shared/errors.ts'
import { openApplication } from './application.ts'
import { openBrowserHost } from './browser/browser-host.ts'
import { findFileManager } from './browser/file-manager.ts'
import { buildStale, outputOf } from './build.ts'
import { openFileLog } from './file-log.ts'
import { afterFirstRows } from './first-rows.ts'
import { deriveKeyInThread } from './keys/derive-key.ts'
import { proveCiphers, proveKeyDerivation } from './keys/self-test.ts'
import { logFiles } from './log.ts'
import { ownVersion } from './own-version.ts'
import { openPage } from './page/page.ts'
import { forkPhotoHelper } from './photos/fork-photo-helper.ts'
import { Sentences } from './sentences.ts'
import { openConfBackend } from './settings/conf-backend.ts'
import { dataFolderOf, makeDataFolder } from './settings/data-folder.ts'
import { folderSettingsSchema } from './settings/folder-settings.ts'
import { ManagedPreferences } from './settings/managed-preferences.ts'
import { inForce, type Policies, resolvePolicies } from './settings/policies.ts'
import { readPolicySources } from './settings/policy-sources.ts'
import { SettingsFile } from './settings/settings-file.ts'
import { readServeSwitches, type Switches, UsageError } from './settings/switches.ts'

// The composition root of the browser host: plain Node, straight from the sources.
if (import.meta.main)
  await run(async (switches) => {
    await buildStale(['renderer'])
    await serve(switches)
  })

/** Runs a host on the switches of this process, and says why if it cannot. */
export async function run(host: (switches: Switches) => Promise<void>): Promise<void> {
  try {
    await host(readServeSwitches(process.argv.slice(2)))
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(error instanceof UsageError ? 2 : 1)
  }
}

/** Serves the page as it is built, under what the organisation decided. Prints its address, and ends with the process. */
export async function serve(
  { dataDir: wished, port, token }: Switches,
  policies: Policies = resolvePolicies(readPolicySources()),
): Promise<void> {
  proveCiphers()
  const dataDir = dataFolderOf({ policies, dataDir: wished })
  makeDataFolder(dataDir)
  const log = openFileLog(join(dataDir, logFiles[0]), inForce(policies).LogLevel)
  const chosen = new SettingsFile(dataDir, 'config', chosenPreferencesSchema, openConfBackend, log)
  const preferences = new ManagedPreferences(chosen, policies)
  const opening = openApplication({
    version: await ownVersion(),
    dataDir,
    sampleFile: join(import.meta.dirname, '..', 'resources', 'sample', 'directory.json'),
    preferences,
    policies,
    startPhotoHelper: forkPhotoHelper,
    showFolder: findFileManager(),
    folders: new SettingsFile(dataDir, 'folders', folderSettingsSchema, openConfBackend, log),
    log,
  })
  const [application] = await Promise.all([opening, proveKeyDerivation(deriveKeyInThread())])
  const page = await openPage(outputOf('renderer'), application)
  const sentences = new Sentences(preferences.get().language)
  const answer = afterFirstRows(application.answer, () => void application.provePhotoHelper())
  const hosted = { ...application, answer }
  const host = await openBrowserHost({ application: hosted, page, sentences, log }, { port, token })
  process.stdout.write(`Roster is at ${host.address}\n`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await host.close()
    await application.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop()).on('SIGINT', () => void stop())
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return error.message
  if (error instanceof AppError) return new Sentences().failure(error).message
  return inspect(error)
}
