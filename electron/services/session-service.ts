import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Concerns } from '../../shared/contract/request.ts'
import type { EntryOf } from '../../shared/directory/activities.ts'
import { mayDo } from '../../shared/directory/authority.ts'
import { type Permission, permissions } from '../../shared/directory/permissions.ts'
import { type Actor, roster } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { checkPassword } from '../../shared/fields/rules/password.ts'
import type { FailureKey, Problem } from '../../shared/text/message.ts'
import type { Authority } from '../ipc/dispatch.ts'
import type { AdministratorKeys } from '../keys/administrator-keys.ts'
import type { DeviceKeys } from '../keys/device-keys.ts'
import type { DirectoryKeys } from '../keys/directory-keys.ts'
import type { Unlocked } from '../keys/found-slots.ts'
import { SignInRefused } from '../keys/sign-in-refused.ts'
import { roleHolders, rolesOfUser } from './administrators.ts'
import { refuseForbidden } from './authorise.ts'
import { passwordChange } from './password-changes.ts'
import type { SignInAttempts } from './sign-in-attempts.ts'
import type { Workspace } from './workspace.ts'

export type SessionPorts = {
  readonly workspace: Workspace
  readonly keys: DirectoryKeys
  readonly accounts: AdministratorKeys
  readonly devices: DeviceKeys
  readonly attempts: SignInAttempts
  readonly now: () => Date
  /** Ends what works on the open directory in the background. */
  readonly beforeLock: () => Promise<void>
  readonly changed: () => void
}

/** Who is signed in, and what their roles let them do. Signing in opens the directory, signing out locks it. */
export class SessionService implements Authority {
  readonly #ports: SessionPorts
  #userId: string | null = null
  #mustChangePassword = false
  #lastSignedIn: string | null = null
  /** What the history is not told yet. */
  readonly #refusals: EntryOf<'signInFailed'>['details'][] = []
  /** One after another, so that nobody tries many passwords at once. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(ports: SessionPorts) {
    this.#ports = ports
  }

  signIn({ userPrincipalName, password, keep }: Input<'signIn'>): Promise<Output<'whoAmI'>> {
    const { accounts, attempts } = this.#ports
    return this.opening(
      () => attempts.try(() => accounts.unlock(userPrincipalName, password)),
      async ({ userId, mustChange }) => {
        const user = this.#administrator(userId)
        const me = await this.enter(userId, { mustChange })
        if (accounts.isOutdated(userId) && !this.#ports.workspace.readOnly)
          await accounts.setPassword(user, password, { mustChange })
        await this.#stay(userId, keep)
        return me
      },
    )
  }

  /** Signs in whom this computer keeps signed in, if anybody. Otherwise nothing happens. */
  async resume(): Promise<void> {
    const { workspace, accounts, devices } = this.#ports
    const proof = workspace.state === 'locked' ? await devices.unlock() : null
    if (!proof) return
    await this.opening(
      async () => proof,
      async ({ userId }) => {
        this.#administrator(userId)
        await this.enter(userId, { mustChange: accounts.mustChange(userId) })
      },
    )
  }

  /**
   * Opens the directory with the keys that `prove` gives, for `work`. It is locked again when nobody is
   * signed in by then.
   */
  opening<P extends { readonly unlocked: Unlocked }, T>(
    prove: () => Promise<P>,
    work: (proof: P) => Promise<T>,
  ): Promise<T> {
    return this.#inTurn(async () => {
      const { workspace } = this.#ports
      // Throws when there is nothing to sign in to.
      if (workspace.state !== 'locked' && workspace.state !== 'open') workspace.current
      try {
        const proof = await prove()
        await this.#open(proof.unlocked)
        return await work(proof)
      } catch (cause) {
        if (cause instanceof SignInRefused) await this.#noteRefusal(cause)
        throw cause
      } finally {
        if (!this.signedIn && workspace.isOpen) await this.#close()
      }
    })
  }

  /** Signs in whoever has proved who they are. */
  async enter(userId: string, as: { readonly mustChange: boolean }): Promise<Output<'whoAmI'>> {
    this.begin(userId, as)
    await this.#noteRefusals()
    await this.#ports.workspace.note(this.actor, { activity: 'signIn' })
    return this.whoAmI()
  }

  /** Signs in whoever has just created the directory. */
  begin(userId: string, { mustChange } = { mustChange: false }) {
    this.#userId = userId
    this.#mustChangePassword = mustChange
    this.#ports.changed()
  }

  /** Throws unless this is the password of whoever is signed in; `key` says so. */
  prove(password: string, key: FailureKey): Promise<void> {
    const { accounts, attempts } = this.#ports
    const { id } = this.#user
    return attempts.try(async () => {
      if (!(await accounts.isPasswordOf(id, password))) throw new AppError('wrong-password', key)
    })
  }

  async changePassword({ current, next }: Input<'changePassword'>): Promise<Record<string, never>> {
    const { workspace, accounts, now } = this.#ports
    const user = this.#user
    await this.prove(current, 'wrongCurrentPassword')
    const problem: Problem | undefined =
      next === current ? { rule: 'passwordUnchanged' } : checkPassword(next, user)
    if (problem) throw new AppError('invalid-input', 'invalidInput', { fields: { next: problem } })
    const at = now()
    await workspace.current.store.transact(this.actor, () => ({
      activity: 'changePassword',
      changes: [passwordChange(this.#user, at, false)],
    }))
    await accounts.setPassword(user, next, { mustChange: false })
    if (this.#mustChangePassword) {
      this.#mustChangePassword = false
      this.#ports.changed()
    }
    return {}
  }

  /** Signs out, and locks the directory. */
  signOut(): Promise<Record<string, never>> {
    return this.#leave('signOut')
  }

  /** Locks the directory, and remembers who will probably open it again. */
  lock(): Promise<Record<string, never>> {
    return this.#leave('lock')
  }

  /** The user name of whoever was signed in when the directory was locked. */
  get lastSignedIn(): string | null {
    return this.#lastSignedIn
  }

  async whoAmI(): Promise<Output<'whoAmI'>> {
    const { id, displayName, userPrincipalName } = this.#user
    const holder = roleHolders(this.#ports.workspace.directory)(id)
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
    const { workspace } = this.#ports
    return (
      workspace.state === 'open' &&
      this.#userId !== null &&
      workspace.directory.tables.user.has(this.#userId)
    )
  }

  holds(permission: Permission): boolean {
    return mayDo(roleHolders(this.#ports.workspace.directory)(this.#user.id), permission)
  }

  require(permission: Permission, concerns?: Concerns): void {
    refuseForbidden(this.#ports.workspace.directory, this.#user.id, permission, concerns)
  }

  /** Whoever is signed in, as the history names them. */
  get actor(): Actor {
    const { id, displayName } = this.#user
    return { id, displayName }
  }

  async #stay(userId: string, keep: boolean | undefined): Promise<void> {
    const { devices, workspace } = this.#ports
    if (workspace.readOnly) return
    const state = await devices.state()
    if (keep === false || state === 'unavailable') await devices.forget()
    else if (keep) await devices.keep(userId)
    else await devices.arm(userId)
  }

  async #open(unlocked: Unlocked): Promise<void> {
    const { workspace, keys, changed } = this.#ports
    if (workspace.isOpen) return unlocked.ring.wipe()
    keys.take(unlocked)
    try {
      await workspace.open()
    } catch (cause) {
      // The keys stay: with them a backup can be looked through before it is restored.
      changed()
      throw cause
    }
  }

  #administrator(userId: string): User {
    const { directory } = this.#ports.workspace
    const user = directory.tables.user.get(userId)
    const holdsRole = rolesOfUser(directory, userId).length > 0
    if (user?.accountEnabled && !user.deletedDateTime && holdsRole) return user
    const reason = user && !user.accountEnabled ? 'accountBlocked' : 'notAnAdministrator'
    throw new SignInRefused(reason, userId, { name: user?.displayName ?? '' })
  }

  /** Tells the history of a refused sign-in, at once or when somebody can be told. */
  async #noteRefusal({ userId, reason }: SignInRefused): Promise<void> {
    this.#refusals.push({ userId, reason, at: this.#ports.now().toISOString() })
    if (this.#ports.workspace.isOpen) await this.#noteRefusals()
  }

  async #noteRefusals(): Promise<void> {
    for (const details of this.#refusals.splice(0))
      await this.#ports.workspace.note(roster, { activity: 'signInFailed', details })
  }

  #leave(activity: 'signOut' | 'lock'): Promise<Record<string, never>> {
    return this.#inTurn(async () => {
      const { workspace, keys, devices } = this.#ports
      if (activity === 'lock' && !this.signedIn && !keys.held) return {}
      if (activity === 'signOut') await devices.forget()
      else await devices.disarm()
      if (this.isKnown) {
        this.#lastSignedIn = activity === 'lock' ? this.#user.userPrincipalName : null
        await workspace.note(this.actor, { activity })
      }
      this.#userId = null
      this.#mustChangePassword = false
      await this.#close()
      this.#ports.changed()
      return {}
    })
  }

  async #close(): Promise<void> {
    await this.#ports.beforeLock()
    await this.#ports.workspace.lock()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }

  get #user(): User {
    const user = this.#userId && this.#ports.workspace.directory.tables.user.get(this.#userId)
    if (!user) throw new AppError('locked', 'notSignedIn')
    return user
  }
}
