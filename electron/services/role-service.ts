import type { Input, Output } from '../../shared/contract/contract.ts'
import type { ListedRole, RoleMember } from '../../shared/contract/role-requests.ts'
import { type Directory, roleAssignmentIdOf } from '../../shared/directory/directory.ts'
import { type Role, roleOf, roles } from '../../shared/directory/roles.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { Sentences } from '../sentences.ts'
import type { AdministratorAccounts } from './administrator-accounts.ts'
import { asPerson, livingUserIn, userIn } from './profile.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** Shows who holds which role, gives roles and takes them away. */
export class RoleService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #accounts: AdministratorAccounts
  readonly #sentences: Sentences

  constructor(
    workspace: Workspace,
    session: SessionService,
    accounts: AdministratorAccounts,
    sentences: Sentences,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#accounts = accounts
    this.#sentences = sentences
  }

  async list(): Promise<Output<'listRoles'>> {
    const { directory } = this.#workspace
    const listed = roles.map(
      async (role: Role): Promise<ListedRole> => ({
        id: role.id,
        name: role.name,
        ...this.#sentences.role(role),
        members: await Promise.all(holdersOf(role, directory).map((user) => this.#member(user))),
      }),
    )
    return { roles: await Promise.all(listed) }
  }

  /** A guest or a blocked user may be given a role, as in the portal; a deleted one may not. */
  async assign({ userId, roleId }: Input<'assignRole'>): Promise<Output<'assignRole'>> {
    const transactionId = await this.#transact('assignRole', (directory) => {
      const user = livingUserIn(directory, userId)
      const assignment = assignmentIn(directory, user, roleId)
      if (assignment.held) throw new AppError('conflict', 'roleHeld', { values: assignment.names })
      const { id } = assignment
      return { kind: 'roleAssignment', id, before: null, after: { roleId, userId } }
    })
    return { transactionId, needsPassword: !(await this.#accounts.hasPassword(userId)) }
  }

  async unassign({ userId, roleId }: Input<'unassignRole'>): Promise<Output<'unassignRole'>> {
    const transactionId = await this.#transact('unassignRole', (directory) => {
      const user = userIn(directory, userId)
      const { id, held, names } = assignmentIn(directory, user, roleId)
      if (!held) throw new AppError('not-found', 'roleNotHeld', { values: names })
      return { kind: 'roleAssignment', id, before: { roleId, userId }, after: null }
    })
    return { transactionId }
  }

  async #member(user: User): Promise<RoleMember> {
    const { id, userPrincipalName } = user
    const hasPassword = await this.#accounts.hasPassword(id)
    return { ...asPerson(user), userPrincipalName, hasPassword }
  }

  async #transact(
    activity: 'assignRole' | 'unassignRole',
    plan: (directory: Directory) => Change,
  ): Promise<string> {
    const { store } = this.#workspace.current
    const transaction = await store.transact(this.#session.actor, (directory) => ({
      activity,
      changes: [plan(directory)],
    }))
    return transaction?.id ?? ''
  }
}

function assignmentIn({ tables }: Directory, user: User, roleId: string) {
  const id = roleAssignmentIdOf(roleId, user.id)
  const held = tables.roleAssignment.has(id)
  const role = roleOf(roleId)
  if (!role && !held) throw new AppError('not-found', 'roleUnknown')
  return { id, held, names: { name: user.displayName, role: role?.name ?? roleId } }
}

/** By name. */
function holdersOf(role: Role, { tables }: Directory): User[] {
  return [...tables.roleAssignment.values()]
    .filter(({ roleId }) => roleId === role.id)
    .flatMap(({ userId }) => tables.user.get(userId) ?? [])
    .sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'))
}
