import { join } from 'node:path'
import { app, clipboard, session } from 'electron'
import { preferencesSchema } from '../shared/contract/preferences.ts'
import { eventChannel } from '../shared/contract/requests.ts'
import { AppError } from '../shared/errors.ts'
import { openApplication } from './application.ts'
import { claimDataFolder } from './desktop/data-folder.ts'
import { developmentException, developmentPage } from './desktop/development.ts'
import { liveAndQuitWith } from './desktop/lifetime.ts'
import { setMenu } from './desktop/menu.ts'
import { startPhotoHelper } from './desktop/photo-helper.ts'
import { registerScheme, servePage } from './desktop/protocol.ts'
import { routeRequests } from './desktop/router.ts'
import { secureContents, secureSession } from './desktop/security.ts'
import { isOwnPage } from './desktop/sender.ts'
import { showFolder } from './desktop/show-folder.ts'
import { explainFailedStart } from './desktop/start-failure.ts'
import { desktopTextIn } from './desktop/text.ts'
import { loadPage, openWindow } from './desktop/window.ts'
import { guardUnsavedEdits, reviveLostPage } from './desktop/window-dialogs.ts'
import { windowStateSchema } from './desktop/window-state.ts'
import { openFileLog } from './file-log.ts'
import { openPage } from './page/page.ts'
import { Sentences } from './sentences.ts'
import { openElectronStoreBackend } from './settings/electron-store-backend.ts'
import { SettingsFile } from './settings/settings-file.ts'

// The composition root of the desktop host. It awaits nothing itself: Electron is not ready before
// this module has run to its end.
try {
  const dataDir = claimDataFolder()
  app.enableSandbox()
  registerScheme()
  secureContents(app)
  if (app.requestSingleInstanceLock())
    app
      .whenReady()
      .then(() => start(dataDir))
      .catch(explainFailedStart)
  else app.exit()
} catch (error) {
  explainFailedStart(error)
}

async function start(dataDir: string): Promise<void> {
  const root = app.getAppPath()
  const built = join(root, 'out')
  const server = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const development = server !== undefined

  const log = openFileLog(join(dataDir, 'roster.log'))
  const open = openElectronStoreBackend
  const preferences = new SettingsFile(dataDir, 'config', preferencesSchema, open, log)
  const state = new SettingsFile(dataDir, 'window', windowStateSchema, open, log)
  const text = desktopTextIn(preferences.get().language)
  const sentences = new Sentences(preferences.get().language)

  const application = await openApplication({
    dataDir,
    sampleFile: join(root, 'resources', 'sample', 'directory.json'),
    preferences,
    startPhotoHelper: () => startPhotoHelper(join(built, 'main', 'photo-helper.js')),
    keyThread: join(built, 'main', 'derive-key-worker.js'),
    showFolder,
    clipboard,
    log,
  })
  const page = await openPage(join(built, 'renderer'), application)

  secureSession(session.defaultSession, server ? developmentException(server) : () => false)
  servePage(session.defaultSession, server ? developmentPage(server, page) : page, log)
  setMenu(text, { mac: process.platform === 'darwin', development })

  const preload = join(built, 'preload', 'preload.cjs')
  const window = openWindow({ preload, state, development, log })
  guardUnsavedEdits(window, text)
  reviveLostPage(window, text)
  liveAndQuitWith(window, application.close)

  const failure = sentences.failure(new AppError('forbidden', 'foreignSender'))
  routeRequests({
    answer: application.answer,
    isOwnPage: (event) => isOwnPage(event, window.webContents),
    refusal: { ok: false, failure },
  })
  application.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
  })
  await loadPage(window)
}
