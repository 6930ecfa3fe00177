import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../shared/contract/contract.ts'
import {
  organizationId,
  organizationOf,
  roleAssignmentIdOf,
} from '../../shared/directory/directory.ts'
import { globalAdministrator } from '../../shared/directory/roles.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import { cleanLine } from '../../shared/fields/rules/clean-text.ts'
import { checkPassword } from '../../shared/fields/rules/password.ts'
import { checkDomainName } from '../../shared/fields/rules/user-principal-name.ts'
import type { Problem } from '../../shared/text/message.ts'
import type { DeviceKeys } from '../keys/device-keys.ts'
import type { DirectoryKeys } from '../keys/directory-keys.ts'
import type { FoundSlots } from '../keys/found-slots.ts'
import type { RecoveryKeys } from '../keys/recovery-keys.ts'
import type { AccountHolder, AdministratorAccounts } from './administrator-accounts.ts'
import { administratorsOf } from './administrators.ts'
import type { BackupService } from './backup-service.ts'
import type { SampleDirectory, SampleSource } from './sample-directory.ts'
import type { SessionService } from './session-service.ts'
import type { StorageService } from './storage-service.ts'
import { proposeNewUser } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

export type DirectoryPorts = {
  readonly workspace: Workspace
  readonly session: SessionService
  readonly keys: DirectoryKeys
  readonly accounts: AdministratorAccounts
  readonly recovery: RecoveryKeys
  readonly devices: Pick<DeviceKeys, 'state'>
  readonly sample: SampleSource
  readonly storage: StorageService
  readonly backups: BackupService
}

/** Creates directories and tells how the one in the data folder stands. */
export class DirectoryService {
  readonly #ports: DirectoryPorts

  constructor(ports: DirectoryPorts) {
    this.#ports = ports
  }

  async status(): Promise<Output<'directoryStatus'>> {
    const { workspace, session, sample, storage, keys, devices } = this.#ports
    const { state, folder } = workspace
    const facts = {
      dataFolder: folder.path,
      hasSample: sample.available,
      staySignedIn: workspace.readOnly ? ('unavailable' as const) : await devices.state(),
      ...(await storage.report()),
    }
    if (state === 'damaged' || state === 'none') return { state, ...facts }
    if (state === 'open' && session.signedIn) return { state, ...this.#shown(), ...facts }
    const { lastSignedIn } = session
    return {
      state: 'locked',
      ...shownBy(keys.found),
      ...(lastSignedIn === null ? {} : { lastSignedIn }),
      ...facts,
    }
  }

  async describe(): Promise<Output<'getDirectory'>> {
    const { workspace, backups } = this.#ports
    const { store, index } = workspace.current
    const { directory } = store
    const { displayName, domains, userNameRule, deletedUserRetentionDays } =
      organizationOf(directory)
    return {
      displayName,
      domains,
      userNameRule,
      deletedUserRetentionDays,
      users: index.query({ search: '', filters: [], sort: [], deleted: false }).total,
      revision: directory.revision,
      dataFolder: workspace.folder.path,
      lastSavedAt: directory.savedAt,
      lastBackupAt: backups.lastAt,
    }
  }

  async create(input: Input<'createDirectory'>): Promise<Output<'createDirectory'>> {
    const { password, ...administrator } = input.administrator
    const name = cleanLine(input.name)
    const domain = cleanLine(input.domain)
    const id = randomUUID()
    const domains = [domain]
    const { problems, change } = proposeNewUser(id, administrator, {
      ...nobodyElse,
      domains,
    })
    refuse(
      nested('administrator', problems),
      name === '' && { name: { rule: 'required' } },
      { domain: checkDomainName(domain) },
      { 'administrator.password': checkPassword(password, administrator) },
    )
    const changes: Change[] = [
      organizationChange(name, domains),
      ...(change ? [change] : []),
      roleChange(globalAdministrator.id, id),
    ]
    const { displayName, userPrincipalName } = administrator
    const holder = { id, displayName: cleanLine(displayName), userPrincipalName }
    return { recoveryKey: await this.#begin(name, holder, changes, password) }
  }

  async openSample(): Promise<Output<'openSampleDirectory'>> {
    const sample = await this.#ports.sample.read()
    const administrator = administratorOf(sample)
    const changes: Change[] = [
      organizationChange(sample.name, sample.domains),
      ...sample.users.map(
        ({ id, ...after }): Change => ({ kind: 'user', id, before: null, after }),
      ),
      ...sample.groups.map(
        ({ id, ...after }): Change => ({ kind: 'group', id, before: null, after }),
      ),
      ...sample.roleAssignments.map(({ roleId, userId }) => roleChange(roleId, userId)),
    ]
    const { password, userPrincipalName } = sample.administrator
    await this.#begin(sample.name, administrator, changes, password)
    return { userPrincipalName, password }
  }

  #shown() {
    const { directory } = this.#ports.workspace
    return {
      name: organizationOf(directory).displayName,
      administrators: administratorsOf(directory).map(({ displayName, userPrincipalName }) => ({
        displayName,
        userPrincipalName,
      })),
    }
  }

  /** Makes the keys, saves the first transaction and signs its author in. Answers the recovery key. */
  async #begin(name: string, holder: AccountHolder, changes: Change[], password: string) {
    const { workspace, session, keys, accounts, recovery } = this.#ports
    const { id, displayName } = holder
    let recoveryKey = ''
    await workspace.create(async (folder) => {
      const directoryId = randomUUID()
      keys.begin(directoryId, name)
      const store = await folder.create(directoryId)
      await accounts.setPassword(holder, password, { mustChange: false })
      recoveryKey = await recovery.replace()
      await store.transact({ id, displayName }, () => ({ activity: 'createDirectory', changes }))
      return store
    })
    session.begin(id)
    return recoveryKey
  }
}

/** What the slot file shows of a locked directory. */
function shownBy(found: FoundSlots | null) {
  const { name = '', slots = [] } = found?.shown.file ?? {}
  return {
    name,
    administrators: slots.flatMap((slot) =>
      slot.type === 'administrator' && slot.state === 'enabled'
        ? [{ displayName: slot.displayName, userPrincipalName: slot.userPrincipalName }]
        : [],
    ),
  }
}

const nobodyElse = {
  user: () => undefined,
  ownerOfUserName: () => undefined,
  ownerOfNickname: () => undefined,
  ownerOfAddress: () => undefined,
}

function organizationChange(displayName: string, domains: readonly string[]): Change {
  return { kind: 'organization', id: organizationId, before: null, after: { displayName, domains } }
}

function roleChange(roleId: string, userId: string): Change {
  const id = roleAssignmentIdOf(roleId, userId)
  return { kind: 'roleAssignment', id, before: null, after: { roleId, userId } }
}

function administratorOf(sample: SampleDirectory): AccountHolder {
  const { userPrincipalName } = sample.administrator
  const user = sample.users.find((each) => each.userPrincipalName === userPrincipalName)
  if (!user) throw new Error('The sample directory does not hold its administrator.')
  return user
}

const nested = (prefix: string, problems: Readonly<Record<string, Problem>>) =>
  Object.fromEntries(
    Object.entries(problems).map(([name, problem]) => [`${prefix}.${name}`, problem]),
  )

function refuse(...found: readonly (false | Readonly<Record<string, Problem | undefined>>)[]) {
  const fields: Record<string, Problem> = {}
  for (const each of found)
    for (const [name, problem] of Object.entries(each || {})) if (problem) fields[name] = problem
  if (Object.keys(fields).length > 0)
    throw new AppError('invalid-input', 'invalidInput', { fields })
}
