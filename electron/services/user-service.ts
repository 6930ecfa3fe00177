import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Profile } from '../../shared/contract/profile.ts'
import type { Listed } from '../../shared/contract/query.ts'
import type { UserRow } from '../../shared/contract/user-requests.ts'
import { checkAssigned } from '../../shared/directory/check-members.ts'
import { type Directory, organizationOf } from '../../shared/directory/directory.ts'
import { daysLeft } from '../../shared/directory/retention.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { isEmpty } from '../../shared/fields/values.ts'
import type { Problem } from '../../shared/text/message.ts'
import { usersNamed } from '../search/users-named.ts'
import type { Sentences } from '../sentences.ts'
import { eachInSlices } from '../slices.ts'
import { freeUserName } from './free-names.ts'
import { listedDifference } from './group-changes.ts'
import { livingGroupIn } from './group-details.ts'
import { memberRefusal } from './member-service.ts'
import { refuseConflicts } from './merge-edit.ts'
import { neighboursIn } from './neighbours.ts'
import { livingUserIn, profileOf, userIn } from './profile.ts'
import type { SessionService } from './session-service.ts'
import { difference, proposeNewUser, proposeUpdate } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

/** The properties a row of the list holds when none are asked for. */
const usualProperties: readonly Listed[] = [
  'userPrincipalName',
  'jobTitle',
  'department',
  'officeLocation',
  'city',
  'mobilePhone',
]

/** Finds, shows, adds, changes, deletes and restores users. */
export class UserService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #sentences: Sentences
  readonly #now: () => Date

  constructor(
    workspace: Workspace,
    session: SessionService,
    sentences: Sentences,
    now: () => Date,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#sentences = sentences
    this.#now = now
  }

  async list(input: Input<'listUsers'>): Promise<Output<'listUsers'>> {
    const { offset, limit, properties = usualProperties, idsOnly, ...query } = input
    await this.#workspace.readyToList(query)
    const { store, index } = this.#workspace.current
    const { total, matching, ids, approximate } = index.query(query)
    const rows = idsOnly ? [] : ids.slice(offset, offset + limit)
    return {
      total,
      matching,
      approximate,
      revision: store.directory.revision,
      rows: rows.map((id) => this.#row(userIn(store.directory, id), properties)),
      ...(idsOnly ? { ids: [...ids] } : {}),
    }
  }

  async get({ id }: Input<'getUser'>): Promise<Profile> {
    const { store, lookup } = this.#workspace.current
    return profileOf(userIn(store.directory, id), store.directory, lookup)
  }

  async create({ values, groupIds }: Input<'createUser'>): Promise<Profile> {
    const open = this.#workspace.current
    const id = randomUUID()
    await open.store.transact(this.#session.actor, (directory) => {
      const { problems, change } = proposeNewUser(id, values, neighboursIn(directory, open.lookup))
      refuse(problems)
      const joined = joiningOf(id, groupIds, directory)
      return { activity: 'addUser', changes: change ? [change, ...joined] : [] }
    })
    return this.get({ id })
  }

  async update({ id, revision, changes }: Input<'updateUser'>): Promise<Profile> {
    const open = this.#workspace.current
    await open.store.transact(this.#session.actor, async (directory) => {
      const user = livingUserIn(directory, id)
      await refuseConflicts(open.store, user, revision, changes)
      const neighbours = neighboursIn(directory, open.lookup)
      const { problems, change } = proposeUpdate(user, changes, neighbours)
      refuse(problems)
      return { activity: 'updateUser', changes: change ? [change] : [] }
    })
    return this.get({ id })
  }

  /** What a save of these values would refuse, as sentences. Saves nothing. */
  async check({ id, values }: Input<'checkUser'>): Promise<Output<'checkUser'>> {
    const { store, lookup } = this.#workspace.current
    const neighbours = neighboursIn(store.directory, lookup)
    const { problems } = id
      ? proposeUpdate(livingUserIn(store.directory, id), values, neighbours)
      : proposeNewUser(randomUUID(), values, neighbours)
    const asked = Object.entries(problems).filter(([name]) => name in values)
    return {
      fields: Object.fromEntries(
        asked.map(([name, problem]) => [name, this.#sentences.problem(problem)]),
      ),
    }
  }

  /** Whom each of the texts names; several where it is not sure. */
  async find({ texts }: Input<'findUsers'>): Promise<Output<'findUsers'>> {
    const { store, lookup } = this.#workspace.current
    const named = [...(await usersNamed(texts, store.directory, lookup))]
    const sure = named.flatMap(([, users]) => (users.length === 1 ? users : []))
    return {
      ids: [...new Set(sure.map(({ id }) => id))],
      notFound: named.flatMap(([text, users]) => (users.length === 0 ? text : [])),
      several: named.flatMap(([text, users]) =>
        users.length > 1 ? { text, users: users.map(briefly) } : [],
      ),
    }
  }

  async findFreeName(input: Input<'findFreeUserName'>): Promise<Output<'findFreeUserName'>> {
    const { store, lookup } = this.#workspace.current
    const neighbours = neighboursIn(store.directory, lookup)
    return { userPrincipalName: freeUserName(input.userPrincipalName, neighbours) }
  }

  async delete({ ids }: Input<'deleteUsers'>): Promise<Output<'deleteUsers'>> {
    const at = this.#now().toISOString()
    return this.#transact('deleteUser', ids, (user) => {
      if (user.deletedDateTime !== null)
        throw new AppError('not-found', 'userDeleted', { values: { name: user.displayName } })
      return { ...user, deletedDateTime: at }
    })
  }

  async restore({ ids }: Input<'restoreUsers'>): Promise<Output<'restoreUsers'>> {
    return this.#transact('restoreUser', ids, (user) => {
      if (user.deletedDateTime === null)
        throw new AppError('not-found', 'userNotDeleted', { values: { name: user.displayName } })
      return { ...user, deletedDateTime: null }
    })
  }

  async values({ property, search, limit }: Input<'listValues'>): Promise<Output<'listValues'>> {
    await this.#workspace.readyToCount()
    return { values: [...this.#workspace.current.index.values(property, search, limit)] }
  }

  async verify(input: Input<'verifyContact'>): Promise<Profile> {
    const { id, revision, property, verified } = input
    const { store } = this.#workspace.current
    const { actor } = this.#session
    await store.transact(actor, async (directory) => {
      const user = livingUserIn(directory, id)
      await refuseConflicts(store, user, revision, { [property]: undefined })
      if (isEmpty(user[property])) refuse({ [property]: { rule: 'nothingToVerify' } })
      const { [property]: _withdrawn, ...others } = user.verifications
      const verification = { verifiedAt: this.#now().toISOString(), verifiedBy: actor }
      const verifications = verified ? { ...others, [property]: verification } : others
      const change = difference(user, { ...user, verifications })
      return { activity: 'verifyContact', changes: change ? [change] : [] }
    })
    return this.get({ id })
  }

  async #transact(
    activity: 'deleteUser' | 'restoreUser',
    ids: readonly string[],
    edit: (user: User) => User,
  ): Promise<{ transactionId: string }> {
    const { store } = this.#workspace.current
    const transaction = await store.transact(this.#session.actor, async (directory) => {
      const changes: Change[] = []
      await eachInSlices(new Set(ids), (id) => {
        const user = userIn(directory, id)
        const change = difference(user, edit(user))
        if (change) changes.push(change)
      })
      return { activity, changes }
    })
    return { transactionId: transaction?.id ?? '' }
  }

  #row(user: User, properties: readonly Listed[]): UserRow {
    const { id, revision, displayName, userPrincipalName, photo, accountEnabled } = user
    const row: UserRow = {
      ...Object.fromEntries(properties.map((name) => [name, user[name]])),
      id,
      revision,
      displayName,
      userPrincipalName,
      photo,
      accountEnabled,
    }
    if (properties.includes('managerId'))
      row.manager =
        this.#workspace.directory.tables.user.get(user.managerId ?? '')?.displayName ?? null
    if (properties.some((name) => name.startsWith('authentication')))
      row.verified = Object.keys(user.verifications)
    if (properties.includes('deletedDateTime') && user.deletedDateTime !== null) {
      const { deletedUserRetentionDays } = organizationOf(this.#workspace.directory)
      row.daysLeft = daysLeft(user.deletedDateTime, deletedUserRetentionDays, this.#now())
    }
    return row
  }
}

function refuse(problems: Readonly<Record<string, Problem>>) {
  if (Object.keys(problems).length > 0)
    throw new AppError('invalid-input', 'invalidInput', { fields: problems })
}

/** What it takes to put somebody who is just being added into groups. */
function joiningOf(id: string, groupIds: readonly string[], directory: Directory): Change[] {
  return [...new Set(groupIds)].flatMap((groupId) => {
    const group = livingGroupIn(directory, groupId)
    const problem = checkAssigned(group)
    if (problem) throw memberRefusal(problem, 'groupIds')
    return listedDifference(group, 'memberIds', [id], 'added') ?? []
  })
}

const briefly = ({ id, displayName, userPrincipalName }: User) => ({
  id,
  displayName,
  userPrincipalName,
})
