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
import type { AccountHolder, AdministratorAccounts } from './administrator-accounts.ts'
import { administratorsOf } from './administrators.ts'
import type { BackupService } from './backup-service.ts'
import type { SampleDirectory, SampleSource } from './sample-directory.ts'
import type { SessionService } from './session-service.ts'
import type { StorageService } from './storage-service.ts'
import { proposeNewUser } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

/** Creates directories and tells how the one in the data folder stands. */
export class DirectoryService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #accounts: AdministratorAccounts
  readonly #sample: SampleSource
  readonly #storage: StorageService
  readonly #backups: BackupService

  constructor(
    workspace: Workspace,
    session: SessionService,
    accounts: AdministratorAccounts,
    sample: SampleSource,
    storage: StorageService,
    backups: BackupService,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#accounts = accounts
    this.#sample = sample
    this.#storage = storage
    this.#backups = backups
  }

  async status(): Promise<Output<'directoryStatus'>> {
    const { damage, exists, folder, readOnly } = this.#workspace
    const facts = {
      dataFolder: folder.path,
      hasSample: this.#sample.available,
      ...(await this.#storage.report()),
    }
    if (damage) return { state: 'damaged', ...facts }
    if (!exists) return { state: 'none', ...facts }
    const { directory } = this.#workspace
    const closed = readOnly?.key === 'readOnlyDamaged' ? 'damaged' : 'locked'
    return {
      state: this.#session.signedIn ? 'open' : closed,
      name: organizationOf(directory).displayName,
      administrators: administratorsOf(directory).map(({ displayName, userPrincipalName }) => ({
        displayName,
        userPrincipalName,
      })),
      ...facts,
    }
  }

  async describe(): Promise<Output<'getDirectory'>> {
    const { directory, index } = this.#openParts()
    const { displayName, domains } = organizationOf(directory)
    return {
      displayName,
      domains,
      users: index.query({ search: '', filters: [], sort: [], deleted: false }).total,
      revision: directory.revision,
      dataFolder: this.#workspace.folder.path,
      lastSavedAt: directory.savedAt,
      lastBackupAt: this.#backups.lastAt,
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
    await this.#begin(holder, changes, password)
    return { recoveryKey: '' }
  }

  async openSample(): Promise<Output<'openSampleDirectory'>> {
    const sample = await this.#sample.read()
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
    await this.#begin(administrator, changes, password)
    return { userPrincipalName, password }
  }

  #openParts() {
    const { store, index } = this.#workspace.current
    return { directory: store.directory, index }
  }

  /** Saves the first transaction and signs its author in. */
  async #begin(holder: AccountHolder, changes: Change[], password: string) {
    const { id, displayName } = holder
    await this.#workspace.create(async (store) => {
      await this.#accounts.setPassword(holder, password, { mustChange: false })
      await store.transact({ id, displayName }, () => ({ activity: 'createDirectory', changes }))
    })
    this.#session.begin(id)
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
