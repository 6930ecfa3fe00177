import { join } from 'node:path'
import type { TextClipboard } from '../shared/clipboard.ts'
import type { RosterEvent } from '../shared/contract/events.ts'
import { AppError } from '../shared/errors.ts'
import { type After, afterTimeout } from './after.ts'
import type { ChooseFolder } from './choose-folder.ts'
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
import { ProvenPhotoProcessor } from './photos/proven-photo-processor.ts'
import { readLogs } from './read-logs.ts'
import type { Sentences } from './sentences.ts'
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
import { MemberService } from './services/member-service.ts'
import { MembershipService } from './services/membership-service.ts'
import { PasswordService } from './services/password-service.ts'
import { PersonalService } from './services/personal-service.ts'
import { PhotoService } from './services/photo-service.ts'
import { PreferenceService } from './services/preference-service.ts'
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
import { inForce, noPolicies, type Policies, pictureLimitsUnder } from './settings/policies.ts'
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

const readOnly = (key: 'readOnlyAsked' | 'readOnlyManaged') => new AppError('storage', key)

type Announce = (event: RosterEvent) => void

/** Everything that answers requests on one data folder. */
export type Services = Awaited<ReturnType<typeof openServices>>

/** Builds the services on a data folder; nothing is read yet. */
export async function openServices(
  ports: ApplicationPorts,
  announce: Announce,
  sentences: Sentences,
) {
  const { dataDir, log, preferences, now = () => new Date(), fs = nodeFs } = ports
  const { policies = noPolicies, after = afterTimeout } = ports
  const managed = inForce(policies)
  const storeFolder = join(dataDir, 'store')
  const backupFolder = join(dataDir, 'backups')
  const reportFolder = join(dataDir, 'reports')
  const helper = new ProcessPhotoProcessor(ports.startPhotoHelper, {
    picture: pictureLimitsUnder(managed),
  })
  const processor = new ProvenPhotoProcessor(helper, log)
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
    photoHelper: () => processor.standing,
    surroundings: () =>
      surroundingsWith({
        [dataDir]: '<data folder>',
        ...(second.current ? { [second.current.folder]: '<second backup folder>' } : {}),
      }),
    now,
  })
  const personal = new PersonalService(desk, session, now)

  return {
    attempts,
    backupFolders,
    backups,
    ballasts,
    bulkEdits,
    charts,
    chosen,
    comparisons,
    diagnostics,
    directory,
    exporter,
    folders,
    groups,
    health,
    history,
    historyCheck,
    idle,
    imports,
    keyService,
    laterChanges,
    members,
    memberships,
    passwords,
    personal,
    photos,
    processor,
    purges,
    recoveries,
    reportLines,
    reseals,
    roles,
    session,
    settings,
    storage,
    users,
    workspace,
    copyOfStore: () => (backups.mayCopy ? copyOfStore(fs, storeFolder) : null),
  }
}
