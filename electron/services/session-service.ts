import type { Output } from '../../shared/contract/contract.ts'
import type { Permission } from '../../shared/directory/permissions.ts'
import { roleOf } from '../../shared/directory/roles.ts'
import type { Actor } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { Authority } from '../ipc/dispatch.ts'
import type { PasswordHasher } from '../passwords/password-hasher.ts'
import type { CredentialStore } from '../store/credential-store.ts'
import { rolesOfUser } from './administrators.ts'
import type { Workspace } from './workspace.ts'

/** Who is signed in, and what their roles let them do. */
export class SessionService implements Authority {
  readonly #workspace: Workspace
  readonly #credentials: CredentialStore
  readonly #hasher: PasswordHasher
  readonly #changed: () => void
  #userId: string | null = null

  constructor(
    workspace: Workspace,
    credentials: CredentialStore,
    hasher: PasswordHasher,
    changed: () => void,
  ) {
    this.#workspace = workspace
    this.#credentials = credentials
    this.#hasher = hasher
    this.#changed = changed
  }

  async signIn(userPrincipalName: string, password: string): Promise<Output<'whoAmI'>> {
    const { store, lookup } = this.#workspace.current
    const id = lookup.byUserPrincipalName(userPrincipalName.trim())
    const user = id === undefined ? undefined : store.directory.tables.user.get(id)
    const hash = user && (await this.#credentials.read(user.id))
    if (!user || !hash || !(await this.#hasher.matches(password, hash)))
      throw new AppError('wrong-password', 'wrongPassword')
    const values = { name: user.displayName }
    if (!user.accountEnabled) throw new AppError('forbidden', 'accountBlocked', { values })
    if (user.deletedDateTime || rolesOfUser(store.directory, user.id).length === 0)
      throw new AppError('forbidden', 'notAnAdministrator', { values })
    this.begin(user.id)
    return this.whoAmI()
  }

  /** Signs in whoever has just created the directory. */
  begin(userId: string) {
    this.#userId = userId
    this.#changed()
  }

  async signOut(): Promise<Record<string, never>> {
    this.#userId = null
    this.#changed()
    return {}
  }

  async whoAmI(): Promise<Output<'whoAmI'>> {
    const { id, displayName, userPrincipalName } = this.#user
    const roles = rolesOfUser(this.#workspace.directory, id)
    return {
      userId: id,
      displayName,
      userPrincipalName,
      roles: roles.flatMap((roleId) => roleOf(roleId)?.name ?? []),
      permissions: [...new Set(roles.flatMap((roleId) => roleOf(roleId)?.permissions ?? []))],
      mustChangePassword: false,
    }
  }

  get signedIn(): boolean {
    return this.#userId !== null
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
    return rolesOfUser(this.#workspace.directory, this.#user.id).some((roleId) =>
      roleOf(roleId)?.permissions.includes(permission),
    )
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
