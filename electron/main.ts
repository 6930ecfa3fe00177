import { join } from 'node:path'
import { app, clipboard, session } from 'electron'
import type { RosterEvent } from '../shared/contract/events.ts'
import { chosenPreferencesSchema } from '../shared/contract/preferences.ts'
import { eventChannel } from '../shared/contract/requests.ts'
import { AppError } from '../shared/errors.ts'
import { openApplication } from './application.ts'
import type { ChooseFolder } from './choose-folder.ts'
import { setAboutPanel, tellAbout } from './desktop/about.ts'
import { chooseFolder } from './desktop/choose-folder.ts'
import { check, codeOf, printed } from './desktop/command-line-tasks.ts'
import { claimDataFolder } from './desktop/data-folder.ts'
import { developmentException, developmentPage } from './desktop/development.ts'
import { liveAndQuitWith } from './desktop/lifetime.ts'
import { lockWithSystem } from './desktop/lock-with-system.ts'
import { followDirectory, setMenu } from './desktop/menu.ts'
import type { MenuCommand } from './desktop/menu-template.ts'
import { startPhotoHelper } from './desktop/photo-helper.ts'
import { registerScheme, servePage } from './desktop/protocol.ts'
import { routeRequests } from './desktop/router.ts'
import { desktopSecrets } from './desktop/secrets.ts'
import { secureContents, secureSession } from './desktop/security.ts'
import { isOwnPage } from './desktop/sender.ts'
import { showFolder } from './desktop/show-folder.ts'
import { endWith, explainFailedStart, sentenceOf } from './desktop/start-failure.ts'
import { desktopTextIn } from './desktop/text.ts'
import { takeUpdates, thisInstallation } from './desktop/updates.ts'
import { loadPage, openWindow } from './desktop/window.ts'
import { guardUnsavedEdits, reviveLostPage } from './desktop/window-dialogs.ts'
import { windowStateSchema } from './desktop/window-state.ts'
import { openFileLog } from './file-log.ts'
import { afterFirstRows } from './first-rows.ts'
import { deriveKeyInThread } from './keys/derive-key.ts'
import type { Secrets } from './keys/secrets.ts'
import { proveCiphers, proveKeyDerivation } from './keys/self-test.ts'
import { logFiles } from './log.ts'
import { openPage } from './page/page.ts'
import { Sentences } from './sentences.ts'
import { type CommandLine, readCommandLine } from './settings/command-line.ts'
import { dataFolderOf } from './settings/data-folder.ts'
import { openElectronStoreBackend } from './settings/electron-store-backend.ts'
import { folderSettingsSchema } from './settings/folder-settings.ts'
import { ManagedPreferences } from './settings/managed-preferences.ts'
import { inForce, type Policies, resolvePolicies } from './settings/policies.ts'
import { readPolicySources } from './settings/policy-sources.ts'
import { SettingsFile } from './settings/settings-file.ts'

/** What one run of the program was started with. */
type Launch = {
  readonly commandLine: CommandLine
  readonly policies: Policies
  readonly dataDir: string
}

const root = app.getAppPath()
const built = join(root, 'out')
const keyThread = join(built, 'main', 'derive-key-worker.js')

// The composition root of the desktop host. It awaits nothing itself: Electron is not ready before
// this module has run to its end.
try {
  launch()
} catch (error) {
  explainFailedStart(error)
}

function launch(): void {
  const commandLine = readCommandLine(process.argv.slice(1), app.isPackaged)
  const answer = printed(commandLine.task)
  if (answer !== null) {
    endWith(0, answer)
    return
  }
  const policies = resolvePolicies(readPolicySources())
  const dataDir = dataFolderOf({ ...commandLine, policies })
  app.enableSandbox()
  if (commandLine.task === 'check') {
    checkFolder({ commandLine, policies, dataDir }).catch((error) =>
      endWith(codeOf(error), `${sentenceOf(error)}\n`),
    )
    return
  }
  proveCiphers()
  claimDataFolder(dataDir)
  registerScheme()
  secureContents(app)
  if (app.requestSingleInstanceLock())
    app
      .whenReady()
      .then(() => start({ commandLine, policies, dataDir }))
      .catch(explainFailedStart)
  else app.exit()
}

function openHere(
  { commandLine, policies, dataDir }: Launch,
  { choose, secrets }: { readonly choose?: ChooseFolder; readonly secrets?: Secrets } = {},
) {
  const log = openFileLog(join(dataDir, logFiles[0]), inForce(policies).LogLevel)
  const open = openElectronStoreBackend
  const chosen = new SettingsFile(dataDir, 'config', chosenPreferencesSchema, open, log)
  const preferences = new ManagedPreferences(chosen, policies)
  const application = openApplication({
    version: app.getVersion(),
    dataDir,
    sampleFile: join(root, 'resources', 'sample', 'directory.json'),
    preferences,
    policies,
    readOnly: commandLine.readOnly,
    startPhotoHelper: () => startPhotoHelper(join(built, 'main', 'photo-helper.js')),
    keyThread,
    showFolder,
    clipboard,
    secrets,
    chooseFolder: choose,
    folders: new SettingsFile(dataDir, 'folders', folderSettingsSchema, open, log),
    log,
  })
  return { log, preferences, application }
}

async function checkFolder(launch: Launch): Promise<void> {
  proveCiphers()
  await proveKeyDerivation(deriveKeyInThread(keyThread))
  // Only then the photo helper can be started.
  await app.whenReady()
  const application = await openHere(launch).application
  const { code, sentence } = await check(application)
  await application.close()
  endWith(code, sentence === null ? '' : `${sentence}\n`)
}

async function start(launch: Launch): Promise<void> {
  const { commandLine, policies, dataDir } = launch
  const server = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const development = server !== undefined
  const developerTools = development || inForce(policies).DeveloperTools === true

  const {
    log,
    preferences,
    application: opening,
  } = openHere(launch, { choose: () => chooseFolder(window, text), secrets: desktopSecrets })
  const state = new SettingsFile(
    dataDir,
    'window',
    windowStateSchema,
    openElectronStoreBackend,
    log,
  )
  const { language } = preferences.get()
  const text = desktopTextIn(language)
  const sentences = new Sentences(language)
  log.info(`Roster ${app.getVersion()} starts on ${process.platform} ${process.arch}`)

  const application = await opening
  const page = await openPage(join(built, 'renderer'), application)

  secureSession(session.defaultSession, server ? developmentException(server) : () => false)
  servePage(session.defaultSession, server ? developmentPage(server, page) : page, log)
  const announce = (event: RosterEvent) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
  }
  const run = (command: MenuCommand) => {
    if (command === 'lock') return application.askToLock()
    const ask = () => announce({ type: 'command-chosen', command })
    if (command === 'about') void tellAbout(application, ask)
    else ask()
  }
  setAboutPanel(text)
  setMenu(text, { platform: process.platform, developerTools, development, run })

  const preload = join(built, 'preload', 'preload.cjs')
  const { resetWindow } = commandLine
  const window = openWindow({ preload, state, resetWindow, developerTools, log })
  guardUnsavedEdits(window, text)
  reviveLostPage(window, text)
  liveAndQuitWith(window, application.close)
  lockWithSystem(application)
  takeUpdates({
    policies,
    installation: thisInstallation({ packaged: app.isPackaged, portable: commandLine.portable }),
    openSession: (partition) => session.fromPartition(partition, { cache: false }),
    log,
  })

  const failure = sentences.failure(new AppError('forbidden', 'foreignSender'))
  routeRequests({
    answer: afterFirstRows(application.answer, () => void application.provePhotoHelper()),
    isOwnPage: (event) => isOwnPage(event, window.webContents),
    refusal: { ok: false, failure },
  })
  application.onEvent(announce)
  followDirectory(application)
  await loadPage(window)
  // Not before: nobody needs a key until there is a page to sign in on.
  await proveKeyDerivation(deriveKeyInThread(keyThread))
}
