import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { checkFilePassword, checkPassword } from '../../shared/fields/rules/password.ts'
import type { Problem } from '../../shared/text/message.ts'
import { generatePassword } from '../passwords/generate-password.ts'
import type { Sentences } from '../sentences.ts'
import { eachInSlices } from '../slices.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import { writeCsv } from '../transfer/write-csv.ts'
import { protectedZip } from '../transfer/write-zip.ts'
import type { AdministratorAccounts } from './administrator-accounts.ts'
import { roleHolders } from './administrators.ts'
import { refusals } from './authorise.ts'
import { passwordChange } from './password-changes.ts'
import { livingUserIn } from './profile.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** A user with the password they are given. */
type Given = { readonly user: User; readonly password: string }

/** What is said when a password that the history tells of could not be stored. */
type Failure = 'passwordNotSet' | 'passwordsNotSet'

/**
 * Gives people passwords. Only administrators sign in here, so only theirs are kept; of everybody else's
 * the directory knows no more than that one was given.
 */
export class PasswordService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #accounts: AdministratorAccounts
  readonly #sentences: Sentences
  readonly #now: () => Date

  constructor(
    workspace: Workspace,
    session: SessionService,
    accounts: AdministratorAccounts,
    sentences: Sentences,
    now: () => Date,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#accounts = accounts
    this.#sentences = sentences
    this.#now = now
  }

  async reset(input: Input<'resetPassword'>): Promise<Output<'resetPassword'>> {
    const { id, revision, password: chosen } = input
    const { store } = this.#workspace.current
    let password = ''
    await this.#give('passwordNotSet', async (directory) => {
      const user = livingUserIn(directory, id)
      if (revision !== undefined) await refuseResetSince(store, user, revision)
      if (chosen !== undefined) refuse({ password: checkPassword(chosen, user) })
      password = chosen ?? generatePassword(user)
      return [{ user, password }]
    })
    return { password, mustChange: true }
  }

  async preview({ ids }: Input<'previewPasswordReset'>): Promise<Output<'previewPasswordReset'>> {
    const { directory } = this.#workspace
    const refusalOf = refusals(directory, this.#session.actor.id)
    const answer: Output<'previewPasswordReset'> = { ids: [], refused: [] }
    await eachInSlices(new Set(ids), (id) => {
      const user = directory.tables.user.get(id)
      if (!user) return
      const problem = whyNotReset(user, refusalOf)
      if (!problem) answer.ids.push(id)
      else
        answer.refused.push({
          id,
          displayName: user.displayName,
          message: this.#sentences.problem(problem),
        })
    })
    return answer
  }

  async resetMany(input: Input<'resetPasswords'>): Promise<Output<'resetPasswords'>> {
    const { ids, filePassword } = input
    refuse({ filePassword: checkFilePassword(filePassword) })
    let file: Uint8Array = new Uint8Array()
    await this.#give('passwordsNotSet', async (directory) => {
      const all: Given[] = []
      await eachInSlices(new Set(ids), (id) => {
        const user = livingUserIn(directory, id)
        all.push({ user, password: generatePassword(user) })
      })
      file = await protectedZip(tableName, writeCsv(tableOf(all)), filePassword)
      return all
    })
    return file
  }

  async generate(): Promise<Output<'generatePassword'>> {
    return { password: generatePassword() }
  }

  /** The history comes first: no password is ever changed that it does not tell of. */
  async #give(failure: Failure, plan: (directory: Directory) => Promise<readonly Given[]>) {
    let given: readonly Given[] = []
    const at = this.#now()
    await this.#workspace.current.store.transact(this.#session.actor, async (directory) => {
      given = await plan(directory)
      return {
        activity: 'resetPassword',
        changes: given.map(({ user }) => passwordChange(user, at, true)),
      }
    })
    await this.#keep(given, failure)
  }

  /** Keeps the passwords of those who can sign in with one. */
  async #keep(given: readonly Given[], failure: Failure) {
    const holderOf = roleHolders(this.#workspace.directory)
    for (const { user, password } of given) {
      if (holderOf(user.id).roles.length === 0) continue
      try {
        await this.#accounts.setPassword(user, password, { mustChange: true })
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code !== 'storage') throw cause
        const values = { reason: '', ...cause.values, name: user.displayName }
        throw new AppError('storage', failure, { values, cause })
      }
    }
  }
}

const tableName = 'passwords.csv'

const tableOf = (given: readonly Given[]): readonly (readonly string[])[] => [
  ['Display name', 'User name', 'Temporary password'],
  ...given.map(({ user, password }) => [user.displayName, user.userPrincipalName, password]),
]

function whyNotReset(user: User, refusalOf: ReturnType<typeof refusals>): Problem | null {
  if (user.deletedDateTime !== null) return { rule: 'resetDeleted' }
  const refusal = refusalOf('users.resetPassword', { users: [user.id] })
  if (!refusal) return null
  return refusal.key === 'ownPassword'
    ? { rule: 'resetSelf' }
    : { rule: 'resetReach', values: refusal.values }
}

/** Two who reset the same password would each hand out another one. */
async function refuseResetSince(store: DirectoryStore, user: User, revision: number) {
  if (revision >= user.revision) return
  for await (const { actor, changes } of store.transactionsAfter(revision))
    if (changes.some(({ id, after }) => id === user.id && after && resetFact in after))
      throw new AppError('conflict', 'passwordResetMeanwhile', {
        values: { name: user.displayName, by: actor.displayName },
      })
}

const resetFact: keyof User = 'lastPasswordChangeDateTime'

function refuse(fields: Readonly<Record<string, Problem | undefined>>) {
  const found = Object.entries(fields).flatMap(([name, problem]) =>
    problem ? [[name, problem] as const] : [],
  )
  if (found.length > 0)
    throw new AppError('invalid-input', 'invalidInput', { fields: Object.fromEntries(found) })
}
