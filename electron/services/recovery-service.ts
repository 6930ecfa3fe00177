import type { Input, Output } from '../../shared/contract/contract.ts'
import { globalAdministrator } from '../../shared/directory/roles.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { checkPassword } from '../../shared/fields/rules/password.ts'
import type { RecoveryKeys } from '../keys/recovery-keys.ts'
import type { AdministratorAccounts } from './administrator-accounts.ts'
import { administratorsOf, rolesOfUser } from './administrators.ts'
import { passwordChange } from './password-changes.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

export type RecoveryPorts = {
  readonly workspace: Workspace
  readonly session: SessionService
  readonly accounts: AdministratorAccounts
  readonly recovery: RecoveryKeys
  readonly now: () => Date
}

/** What the recovery key is good for: a new password when all are lost, and a new one in its place. */
export class RecoveryService {
  readonly #ports: RecoveryPorts

  constructor(ports: RecoveryPorts) {
    this.#ports = ports
    ports.workspace.onClosed(() => ports.recovery.forget())
  }

  check({ recoveryKey }: Input<'checkRecoveryKey'>): Promise<Output<'checkRecoveryKey'>> {
    const { session, recovery } = this.#ports
    return session.opening(
      () => recovery.unlock(recoveryKey),
      async () => ({
        administrators: this.#candidates.map(({ displayName, userPrincipalName }) => ({
          displayName,
          userPrincipalName,
        })),
      }),
    )
  }

  signIn(input: Input<'signInWithRecoveryKey'>): Promise<Output<'signInWithRecoveryKey'>> {
    const { session, recovery } = this.#ports
    return session.opening(
      () => recovery.unlock(input.recoveryKey),
      async () => {
        const user = this.#candidate(input.userPrincipalName)
        await this.#setPassword(user, input.password)
        return session.enter(user.id, { mustChange: false })
      },
    )
  }

  async renew({ password }: Input<'renewRecoveryKey'>): Promise<Output<'renewRecoveryKey'>> {
    const { workspace, session, recovery } = this.#ports
    workspace.refuseReadOnly()
    await session.prove(password, 'passwordNotYours')
    return { recoveryKey: recovery.prepare() }
  }

  async confirm({ recoveryKey }: Input<'confirmRecoveryKey'>): Promise<Record<string, never>> {
    const { workspace, session, recovery } = this.#ports
    const put = recovery.confirm(recoveryKey)
    // The history comes first: no key is ever changed that it does not tell of.
    await workspace.current.store.record(session.actor, { activity: 'renewRecoveryKey' })
    await put()
    return {}
  }

  /** The history comes first here too. */
  async #setPassword(user: User, password: string): Promise<void> {
    const { workspace, accounts, now } = this.#ports
    workspace.refuseReadOnly()
    const problem = checkPassword(password, user)
    if (problem)
      throw new AppError('invalid-input', 'invalidInput', { fields: { password: problem } })
    const { id, displayName } = user
    await workspace.current.store.transact({ id, displayName }, () => ({
      activity: 'recoverAccess',
      changes: [passwordChange(user, now(), false)],
    }))
    await accounts.setPassword(user, password, { mustChange: false })
  }

  #candidate(userPrincipalName: string): User {
    const name = userPrincipalName.trim().toLowerCase()
    const found = this.#candidates.find((each) => each.userPrincipalName.toLowerCase() === name)
    if (found) return found
    throw new AppError('not-found', 'recoverWhom', { values: { name: userPrincipalName } })
  }

  /** Who holds the recovery key can do all that a Global Administrator can, so it makes nobody else's password. */
  get #candidates(): readonly User[] {
    const { directory } = this.#ports.workspace
    return administratorsOf(directory).filter(({ id }) =>
      rolesOfUser(directory, id).includes(globalAdministrator.id),
    )
  }
}
