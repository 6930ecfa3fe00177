import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Concerns } from '../../shared/contract/request.ts'
import type { EntryOf } from '../../shared/directory/activities.ts'
import { mayDo } from '../../shared/directory/authority.ts'
import { type Permission, permissions } from '../../shared/directory/permissions.ts'
import { type Actor, roster } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { checkPassword } from '../../shared/fields/rules/password.ts'
import type { Problem } from '../../shared/text/message.ts'
import type { Authority } from '../ipc/dispatch.ts'
import type { CredentialAccounts } from '../passwords/credential-accounts.ts'
import { roleHolders, rolesOfUser } from './administrators.ts'
import { refuseForbidden } from './authorise.ts'
import { passwordChange } from './password-changes.ts'
import type { Workspace } from './workspace.ts'

type Refusal = EntryOf<'signInFailed'>['details']['reason']

/** Who is signed in, and what their roles let them do. */
export class SessionService implements Authority {
  readonly #workspace: Workspace
  readonly #accounts: CredentialAccounts
  readonly #now: () => Date
  readonly #changed: () => void
  #userId: string | null = null
  #mustChangePassword = false

  constructor(
    workspace: Workspace,
    accounts: CredentialAccounts,
    now: () => Date,
    changed: () => void,
  ) {
    this.#workspace = workspace
    this.#accounts = accounts
    this.#now = now
    this.#changed = changed
  }

  async signIn(userPrincipalName: string, password: string): Promise<Output<'whoAmI'>> {
    const { store, lookup } = this.#workspace.current
    const id = lookup.byUserPrincipalName(userPrincipalName.trim())
    const user = id === undefined ? undefined : store.directory.tables.user.get(id)
    const account = user && (await this.#accounts.check(user.id, password))
    if (!user) throw await this.#refused(null, 'unknownUser')
    if (!account) throw await this.#refused(user, 'wrongPassword')
    if (!user.accountEnabled) throw await this.#refused(user, 'accountBlocked')
    if (user.deletedDateTime || rolesOfUser(store.directory, user.id).length === 0)
      throw await this.#refused(user, 'notAnAdministrator')
    this.begin(user.id, account)
    await this.#workspace.note(this.actor, { activity: 'signIn' })
    return this.whoAmI()
  }

  /** Why a sign-in is refused, noted in the history. Nobody learns here which names there are. */
  async #refused(user: User | null, reason: Refusal): Promise<AppError> {
    const details = { userId: user?.id ?? null, reason }
    await this.#workspace.note(roster, { activity: 'signInFailed', details })
    if (!user || reason === 'unknownUser' || reason === 'wrongPassword')
      return new AppError('wrong-password', 'wrongPassword')
    return new AppError('forbidden', reason, { values: { name: user.displayName } })
  }

  /** Signs in whoever has proved who they are, or has just created the directory. */
  begin(userId: string, { mustChange } = { mustChange: false }) {
    this.#userId = userId
    this.#mustChangePassword = mustChange
    this.#changed()
  }

  async changePassword({ current, next }: Input<'changePassword'>): Promise<Record<string, never>> {
    const user = this.#user
    if (!(await this.#accounts.check(user.id, current)))
      throw new AppError('wrong-password', 'wrongCurrentPassword')
    const problem: Problem | undefined =
      next === current ? { rule: 'passwordUnchanged' } : checkPassword(next, user)
    if (problem) throw new AppError('invalid-input', 'invalidInput', { fields: { next: problem } })
    const at = this.#now()
    await this.#workspace.current.store.transact(this.actor, () => ({
      activity: 'changePassword',
      changes: [passwordChange(this.#user, at, false)],
    }))
    await this.#accounts.setPassword(user, next, { mustChange: false })
    this.#mustChangePassword = false
    this.#changed()
    return {}
  }

  async signOut(): Promise<Record<string, never>> {
    if (this.isKnown) await this.#workspace.note(this.actor, { activity: 'signOut' })
    this.#userId = null
    this.#mustChangePassword = false
    this.#changed()
    return {}
  }

  async whoAmI(): Promise<Output<'whoAmI'>> {
    const { id, displayName, userPrincipalName } = this.#user
    const holder = roleHolders(this.#workspace.directory)(id)
    return {
      userId: id,
      displayName,
      userPrincipalName,
      roles: [...holder.roles],
      permissions: permissions.filter((permission) => mayDo(holder, permission)),
      mustChangePassword: this.#mustChangePassword,
    }
  }

  get signedIn(): boolean {
    return this.#userId !== null
  }

  get mustChangePassword(): boolean {
    return this.#mustChangePassword
  }

  /** Whether whoever is signed in is in the directory, which may have been read again since. */
  get isKnown(): boolean {
    const { exists, damage } = this.#workspace
    return (
      exists &&
      damage === null &&
      this.#userId !== null &&
      this.#workspace.directory.tables.user.has(this.#userId)
    )
  }

  holds(permission: Permission): boolean {
    return mayDo(roleHolders(this.#workspace.directory)(this.#user.id), permission)
  }

  require(permission: Permission, concerns?: Concerns): void {
    refuseForbidden(this.#workspace.directory, this.#user.id, permission, concerns)
  }

  /** Whoever is signed in, as the history names them. */
  get actor(): Actor {
    const { id, displayName } = this.#user
    return { id, displayName }
  }

  get #user(): User {
    const user = this.#userId && this.#workspace.directory.tables.user.get(this.#userId)
    if (!user) throw new AppError('locked', 'notSignedIn')
    return user
  }
}
