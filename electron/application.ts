import { join } from 'node:path'
import { clearIfHeld, type TextClipboard } from '../shared/clipboard.ts'
import type { Api } from '../shared/contract/contract.ts'
import type { RosterEvent } from '../shared/contract/events.ts'
import { pictureLimits } from '../shared/directory/picture.ts'
import { AppError } from '../shared/errors.ts'
import { withheldPermissions } from '../shared/policy/withheld.ts'
import { type After, afterTimeout } from './after.ts'
import type { ChooseFolder } from './choose-folder.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { AdministratorKeys } from './keys/administrator-keys.ts'
import { deriveKeyInThread, type KeyCosts, usualKeyCosts } from './keys/derive-key.ts'
import { DeviceKeys } from './keys/device-keys.ts'
import { DirectoryKeys } from './keys/directory-keys.ts'
import { RecoveryKeys } from './keys/recovery-keys.ts'
import type { Secrets } from './keys/secrets.ts'
import { SlotFiles } from './keys/slot-files.ts'
import type { Log } from './log.ts'
import { FilePhotoStore } from './photos/file-photo-store.ts'
import { type HelperProcess, ProcessPhotoProcessor } from './photos/process-photo-processor.ts'
import { readLogs } from './read-logs.ts'
import { Sentences } from './sentences.ts'
import { refuseLastAdministrator } from './services/administrators.ts'
import { refuseForbiddenChanges } from './services/authorise.ts'
import { BackupFolderService } from './services/backup-folder-service.ts'
import { BackupPlaces } from './services/backup-places.ts'
import { BackupService } from './services/backup-service.ts'
import { BallastService } from './services/ballast-service.ts'
import { BulkEditService } from './services/bulk-edit-service.ts'
import { ChartService } from './services/chart-service.ts'
import { CompareService } from './services/compare-service.ts'
import { DiagnosticsService } from './services/diagnostics-service.ts'
import { DirectoryService } from './services/directory-service.ts'
import { DirectorySettingsService } from './services/directory-settings-service.ts'
import { refuseDomainInUse } from './services/domains.ts'
import { ExportService } from './services/export-service.ts'
import { FolderService } from './services/folder-service.ts'
import { GroupService } from './services/group-service.ts'
import { HealthService } from './services/health-service.ts'
import { HistoryCheckService } from './services/history-check-service.ts'
import { HistoryService } from './services/history-service.ts'
import { IdleLock } from './services/idle-lock.ts'
import { ImportService } from './services/import-service.ts'
import { KeyService } from './services/key-service.ts'
import { LaterChangesService } from './services/later-changes-service.ts'
import { managedAuthority } from './services/managed-authority.ts'
import { MemberService } from './services/member-service.ts'
import { MembershipService } from './services/membership-service.ts'
import { PasswordService } from './services/password-service.ts'
import { PersonalService } from './services/personal-service.ts'
import { PhotoService } from './services/photo-service.ts'
import { PreferenceService } from './services/preference-service.ts'
import { programOf } from './services/program.ts'
import { PurgeService } from './services/purge-service.ts'
import { RecoveryService } from './services/recovery-service.ts'
import { ReportService } from './services/report-service.ts'
import { ResealService } from './services/reseal-service.ts'
import { RoleService } from './services/role-service.ts'
import { SessionService } from './services/session-service.ts'
import { SignInAttempts } from './services/sign-in-attempts.ts'
import { StorageService } from './services/storage-service.ts'
import { UserService } from './services/user-service.ts'
import { surroundingsWith } from './services/without-persons.ts'
import { Workspace } from './services/workspace.ts'
import { expandPath } from './settings/data-folder.ts'
import type { FolderSettingsStore } from './settings/folder-settings.ts'
import {
  describePolicies,
  inForce,
  noPolicies,
  type Policies,
  pictureLimitsUnder,
} from './settings/policies.ts'
import type { PreferencesStore } from './settings/preferences-store.ts'
import type { ShowFolder } from './show-folder.ts'
import { copyOfStore } from './store/copy-of-store.ts'
import { DamageReports } from './store/damage-reports.ts'
import { FileAttempts } from './store/file-attempts.ts'
import { FileBallast } from './store/file-ballast.ts'
import { FilePersonalStore } from './store/file-personal-store.ts'
import { FileSampleSource } from './store/file-sample-source.ts'
import { FolderBackups } from './store/folder-backups.ts'
import { folderSizes } from './store/folder-sizes.ts'
import { type LockSystem, thisComputer } from './store/lock-system.ts'
import { LowdbDirectoryFolder } from './store/lowdb-directory-folder.ts'
import { Salvage } from './store/salvage.ts'
import { SecondBackups } from './store/second-backups.ts'
import { type FolderFs, nodeFs } from './store/store-fs.ts'

/** What a host brings along. */
export type ApplicationPorts = {
  /** Roster's own. */
  readonly version: string
  readonly dataDir: string
  /** The sample directory's file; it need not be there. */
  readonly sampleFile: string
  readonly preferences: PreferencesStore
  /** What the organisation decided for this computer. */
  readonly policies?: Policies
  /** Whether nothing is to be saved, as whoever started Roster wants. */
  readonly readOnly?: boolean
  readonly startPhotoHelper: () => HelperProcess
  /** Undefined where the host cannot open a file manager. */
  readonly showFolder?: ShowFolder | undefined
  /** The system's clipboard, where the host may look at it. */
  readonly clipboard?: TextClipboard
  /** Undefined where the host has no place for secrets that the system guards. */
  readonly secrets?: Secrets | undefined
  /** Undefined where the host has no dialog. */
  readonly chooseFolder?: ChooseFolder | undefined
  readonly folders: FolderSettingsStore
  readonly log: Log
  readonly now?: () => Date
  readonly lockSystem?: LockSystem
  readonly fs?: FolderFs
  readonly after?: After
  /** Milliseconds that only ever go forward. */
  readonly monotonic?: () => number
  readonly passwordCosts?: KeyCosts
  /** The file of the thread that derives keys; the source's own unless the host is bundled. */
  readonly keyThread?: string
}

/** Roster without a window: the same under Electron, behind HTTP and in tests. */
export type Application = {
  /** Answers one request by name; never throws. */
  readonly answer: Dispatch
  /** Locks the directory at once. */
  lock(): Promise<void>
  /** Asks the page to lock, and does it a moment later where the page did not. */
  askToLock(): void
  /** A user's photo as JPEG, or null; also null when nobody is signed in. */
  photoOf(userId: string, size: number): Promise<{ bytes: Uint8Array; hash: string } | null>
  /** All files of the directory as an archive; null for whoever may not have them. */
  copyOfStore(): AsyncIterable<Uint8Array> | null
  onEvent(listener: (event: RosterEvent) => void): () => void
  close(): Promise<void>
}

const readOnly = (key: 'readOnlyAsked' | 'readOnlyManaged') => new AppError('storage', key)

/** In milliseconds: how long the page has to keep what is unsaved when it is asked to lock. */
const timeToKeep = 1_000

/** Builds the services on a data folder and begins to read the directory in it. */
export async function openApplication(ports: ApplicationPorts): Promise<Application> {
  const { dataDir, log, preferences, now = () => new Date(), fs = nodeFs } = ports
  const { policies = noPolicies } = ports
  const managed = inForce(policies)
  for (const { name, place } of policies.ignored)
    log.error(
      `the policy ${name} in ${place} is no setting of this version, or has a value that it does not take`,
    )
  const withheld = withheldPermissions(managed)
  const { after = afterTimeout } = ports
  const listeners = new Set<(event: RosterEvent) => void>()
  const announce = (event: RosterEvent) => {
    for (const listener of listeners) listener(event)
  }

  const storeFolder = join(dataDir, 'store')
  const backupFolder = join(dataDir, 'backups')
  const reportFolder = join(dataDir, 'reports')
  const sentences = new Sentences(preferences.get().language)
  const processor = new ProcessPhotoProcessor(ports.startPhotoHelper, {
    picture: pictureLimitsUnder(managed),
  })
  const sample = new FileSampleSource(ports.sampleFile)

  const keys = new DirectoryKeys(new SlotFiles(fs, storeFolder), {
    path: storeFolder,
    now,
    refuseReadOnly: () => workspace.refuseReadOnly(),
    onShutOut: () => announce({ type: 'storage-changed' }),
    log,
  })
  const accounts = new AdministratorKeys(
    keys,
    deriveKeyInThread(ports.keyThread),
    ports.passwordCosts ?? usualKeyCosts,
  )
  const recovery = new RecoveryKeys(keys)
  const devices = new DeviceKeys(keys, {
    fs,
    path: join(dataDir, 'device.json'),
    secrets: managed.KeepSignedIn === false ? undefined : ports.secrets,
    log,
  })
  const ballast = new FileBallast({
    fs,
    path: join(dataDir, 'ballast'),
    log,
    onSpent: () => announce({ type: 'storage-changed' }),
  })
  const place = { fs, folder: storeFolder, now, keys, log, ballast }
  const reports = new DamageReports(reportFolder, fs, log)
  const lockSystem = ports.lockSystem ?? (await thisComputer())
  const workspace = new Workspace({
    folder: new LowdbDirectoryFolder(
      place,
      lockSystem,
      reports,
      managed.ReadOnly
        ? readOnly('readOnlyManaged')
        : ports.readOnly
          ? readOnly('readOnlyAsked')
          : null,
    ),
    keys,
    guard: async (directory, actor, changes) => {
      await refuseForbiddenChanges(directory, actor.id, changes)
      refuseDomainInUse(directory, changes)
      await refuseLastAdministrator(directory, changes, (id) => accounts.hasPassword(id))
    },
    changed: (revision) => {
      announce({ type: 'directory-changed', revision })
      backups.consider()
      ballasts.consider()
    },
    standingChanged: () => announce({ type: 'storage-changed' }),
    recorded: () => announce({ type: 'history-changed' }),
    now,
  })
  const pictures = new FilePhotoStore(join(storeFolder, 'photos'), keys, log)
  const desk = new FilePersonalStore({
    folder: join(storeFolder, 'personal'),
    keys,
    mayWrite: () => !workspace.readOnly,
  })
  const attempts = new SignInAttempts({
    store: new FileAttempts(join(dataDir, 'attempts.json'), fs),
    monotonic: ports.monotonic ?? (() => performance.now()),
    after,
    log,
  })
  const idle = new IdleLock({
    after,
    minutes: () => preferences.get().lockAfterMinutes,
    lock: () => void session.lock(),
  })
  const session = new SessionService({
    workspace,
    keys,
    accounts,
    devices,
    attempts,
    now,
    beforeLock: async () => {
      await Promise.all([reseals.pause(), backups.pause()])
      await desk.close()
    },
    changed: () => {
      announce({ type: 'status-changed' })
      idle.watch(session.signedIn)
      backups.consider()
      ballasts.consider()
      reseals.consider()
      purges.consider()
    },
  })
  const backupsIn = (folder: string) => new FolderBackups({ ...place, folder, store: storeFolder })
  const managedFolder =
    managed.SecondBackupFolder && expandPath(managed.SecondBackupFolder, process.env)
  const second = new SecondBackups({
    fs,
    dataDir,
    backupsIn,
    settings: ports.folders,
    managed: managedFolder,
  })
  const backups = new BackupService(workspace, session, {
    places: new BackupPlaces(backupsIn(backupFolder), second, log),
    now,
    after,
    announce,
    sentences,
  })
  const reseals = new ResealService({
    workspace,
    keys,
    fs,
    store: storeFolder,
    alone: (work) => backups.alone(work),
    betweenDesks: (work) => desk.between(work),
    log,
    changed: () => announce({ type: 'storage-changed' }),
  })
  const keyService = new KeyService({
    workspace,
    session,
    keys,
    accounts,
    reseal: () => reseals.consider(),
  })
  const laterChanges = new LaterChangesService(workspace, session, {
    salvage: new Salvage({ fs, folder: storeFolder, keys, now, log }),
    backups,
    guard: (present, changes) =>
      refuseLastAdministrator(present, changes, (id) => accounts.hasPassword(id)),
  })
  const backupFolders = new BackupFolderService(workspace, session, backups, second, announce)
  const folders = new FolderService({
    dataFolder: dataDir,
    pathOf: (name) =>
      ({
        data: dataDir,
        backups: backupFolder,
        'second-backups': second.current?.folder ?? null,
        reports: reportFolder,
      })[name],
    isThere: (path) =>
      fs.stat(path).then(
        () => true,
        () => false,
      ),
    show: ports.showFolder,
    choose: ports.chooseFolder,
  })
  const storage = new StorageService(
    workspace,
    session,
    backups,
    folders,
    ballast,
    sentences,
    announce,
  )
  const ballasts = new BallastService(workspace, ballast, after)
  const directory = new DirectoryService({
    workspace,
    session,
    keys,
    accounts,
    recovery,
    devices,
    sample,
    storage,
    backups,
  })
  const settings = new DirectorySettingsService(workspace, session)
  const recoveries = new RecoveryService({ workspace, session, accounts, recovery, now })
  const chosen = new PreferenceService(preferences, session, idle)
  const users = new UserService(workspace, session, sentences, now)
  const purges = new PurgeService(workspace, session, {
    now,
    after,
    log,
  })
  const passwords = new PasswordService(workspace, session, accounts, sentences, now)
  const charts = new ChartService(workspace)
  const reportLines = new ReportService(workspace, session)
  const roles = new RoleService(workspace, session, accounts, sentences)
  const health = new HealthService(workspace)
  const groups = new GroupService(workspace, session, sentences, now)
  const members = new MemberService(workspace, session)
  const memberships = new MembershipService(workspace, sentences, now)
  const photos = new PhotoService(workspace, session, processor, pictures)
  const bulkEdits = new BulkEditService(workspace, session, sentences)
  const imports = new ImportService(workspace, session, sentences, backups)
  const exporter = new ExportService(workspace, session, sentences, now)
  const history = new HistoryService(workspace, session)
  const historyCheck = new HistoryCheckService(workspace, (id) => backups.notedHeads(id))
  const comparisons = new CompareService(workspace, session, now)
  const diagnostics = new DiagnosticsService(workspace, {
    version: ports.version,
    policies,
    logs: () => readLogs(fs, dataDir),
    sizes: () => folderSizes(fs, dataDir),
    reports: () => reports.all(),
    surroundings: () =>
      surroundingsWith({
        [dataDir]: '<data folder>',
        ...(second.current ? { [second.current.folder]: '<second backup folder>' } : {}),
      }),
    now,
  })
  const personal = new PersonalService(desk, session, now)

  // Not awaited: the window shows while the directory is being read, and what needs it waits.
  const read = Promise.all([
    attempts.start(),
    workspace.load().then(async () => {
      await session
        .resume()
        .catch((cause: unknown) => log.error('nobody was kept signed in', cause))
      backups.start()
    }),
  ])

  const api: Api = {
    directoryStatus: () => directory.status(),
    retryOpen: () => storage.retry(),
    showFolder: (input) => folders.show(input),
    createDirectory: (input) => directory.create(input),
    openSampleDirectory: () => directory.openSample(),
    getDirectory: () => directory.describe(),
    updateDirectory: (input) => settings.update(input),
    signIn: (input) => session.signIn(input),
    getSignInWait: async () => ({ milliseconds: attempts.wait }),
    signOut: () => session.signOut(),
    lock: () => session.lock(),
    reportActivity: async () => {
      idle.touch()
      return {}
    },
    checkRecoveryKey: (input) => recoveries.check(input),
    signInWithRecoveryKey: (input) => recoveries.signIn(input),
    renewRecoveryKey: (input) => recoveries.renew(input),
    confirmRecoveryKey: (input) => recoveries.confirm(input),
    whoAmI: () => session.whoAmI(),
    changePassword: (input) => session.changePassword(input),
    keyStatus: () => keyService.status(),
    changeDataKey: (input) => keyService.changeDataKey(input),
    listUsers: (input) => users.list(input),
    getUser: (input) => users.get(input),
    createUser: (input) => users.create(input),
    updateUser: (input) => users.update(input),
    checkUser: (input) => users.check(input),
    findUsers: (input) => users.find(input),
    findFreeUserName: (input) => users.findFreeName(input),
    deleteUsers: (input) => users.delete(input),
    restoreUsers: (input) => users.restore(input),
    purgeUsers: (input) => purges.purge(input),
    listValues: (input) => users.values(input),
    getOrganizationChart: (input) => charts.chart(input),
    reassignReports: (input) => reportLines.reassign(input),
    getHealth: () => health.health(),
    listHealthQueue: (input) => health.queue(input),
    verifyContact: (input) => users.verify(input),
    resetPassword: (input) => passwords.reset(input),
    previewPasswordReset: (input) => passwords.preview(input),
    resetPasswords: (input) => passwords.resetMany(input),
    generatePassword: () => passwords.generate(),
    clearCopied: async ({ text }) => ({
      clearing: ports.clipboard ? await clearIfHeld(ports.clipboard, text) : 'unreadable',
    }),
    setPhoto: (input) => photos.set(input),
    removePhoto: (input) => photos.remove(input),
    listRoles: () => roles.list(),
    assignRole: (input) => roles.assign(input),
    unassignRole: (input) => roles.unassign(input),
    previewBulkUpdate: (input) => bulkEdits.preview(input),
    previewPastedUpdate: (input) => bulkEdits.previewPasted(input),
    listPreview: (input) => bulkEdits.list(input),
    bulkUpdateUsers: (input) => bulkEdits.apply(input),
    listGroups: (input) => groups.list(input),
    getGroup: (input) => groups.get(input),
    createGroup: (input) => groups.create(input),
    updateGroup: (input) => groups.update(input),
    checkGroup: (input) => groups.check(input),
    deleteGroups: (input) => groups.delete(input),
    restoreGroups: (input) => groups.restore(input),
    addMembers: (input) => members.add(input),
    removeMembers: (input) => members.remove(input),
    addOwners: (input) => members.addOwners(input),
    removeOwners: (input) => members.removeOwners(input),
    addToGroups: (input) => members.addToGroups(input),
    removeFromGroups: (input) => members.removeFromGroups(input),
    listMembers: (input) => memberships.listMembers(input),
    listMemberOf: (input) => memberships.listMemberOf(input),
    resolveMembers: (input) => memberships.resolve(input),
    previewRule: (input) => memberships.preview(input),
    previewImport: (input) => imports.preview(input),
    applyImport: (input) => imports.apply(input),
    exportUsers: (input) => exporter.export(input),
    listHistory: (input) => history.list(input),
    getTransaction: (input) => history.get(input),
    listHistoryActors: () => history.actors(),
    checkHistory: () => historyCheck.check(),
    undo: (input) => history.undo(input),
    getUndo: () => history.undoSteps(),
    revert: (input) => history.revert(input),
    getUserAsOf: (input) => comparisons.asOf(input),
    mergeUsers: (input) => comparisons.merge(input),
    listBackups: () => backups.list(),
    backUpNow: () => backups.backUp(),
    setBackupFolder: (input) => backupFolders.set(input),
    chooseBackupFolder: () => folders.choose(),
    restoreBackup: (input) => backups.restore(input),
    previewLaterChanges: () => laterChanges.preview(),
    bringBackLaterChanges: () => laterChanges.bringBack(),
    getListState: () => personal.listState(),
    setListState: (input) => personal.keepListState(input),
    listViews: () => personal.views(),
    saveView: (input) => personal.saveView(input),
    deleteView: (input) => personal.deleteView(input),
    getDraft: (input) => personal.draft(input),
    saveDraft: (input) => personal.keepDraft(input),
    discardDraft: (input) => personal.discardDraft(input),
    getPolicies: async () => ({
      ...describePolicies(policies),
      withheld: [...withheld],
      picture: { ...pictureLimits, ...pictureLimitsUnder(managed) },
    }),
    getProgram: async () => programOf(ports.version),
    collectDiagnostics: () => diagnostics.collect(),
    getPreferences: async () => chosen.get(),
    setPreferences: async (changes) => chosen.set(changes),
  }

  const dispatch = createDispatch(api, managedAuthority(session, withheld), sentences, log)
  return {
    answer: async (request, input) => {
      if (request !== 'getPreferences') await read.then(() => workspace.settled)
      return dispatch(request, input)
    },
    photoOf: async (userId, size) =>
      session.signedIn && !session.mustChangePassword ? photos.read(userId, size) : null,
    lock: async () => void (await session.lock()),
    askToLock: () => {
      if (!session.signedIn) return
      announce({ type: 'lock-asked' })
      after(timeToKeep, () => void session.lock())
    },
    copyOfStore: () => (backups.mayCopy ? copyOfStore(fs, storeFolder) : null),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await read
      idle.watch(false)
      attempts.close()
      await Promise.all([reseals.pause(), backups.close()])
      await ballasts.close()
      await purges.close()
      await workspace.close()
      await processor.close()
    },
  }
}
