import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { GroupDetails } from '../../shared/contract/group.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Group } from '../../shared/directory/group.ts'
import type { GroupProblems } from '../../shared/directory/group-values.ts'
import { AppError } from '../../shared/errors.ts'
import type { Sentences } from '../sentences.ts'
import { groupDifference, proposeGroupUpdate, proposeNewGroup } from './group-changes.ts'
import { detailsOf, groupIn, groupRowOf, livingGroupIn } from './group-details.ts'
import { groupNeighboursIn } from './group-neighbours.ts'
import { refuseConflicts } from './merge-edit.ts'
import { whenReady } from './ready-groups.ts'
import type { SessionService } from './session-service.ts'
import type { OpenDirectory, Workspace } from './workspace.ts'

/** Finds, shows, adds, changes, deletes and restores groups. Who is in them is `MemberService`'s. */
export class GroupService {
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

  async list(input: Input<'listGroups'>): Promise<Output<'listGroups'>> {
    const { offset, limit, idsOnly, ...query } = input
    const byCount = query.sort.some(({ property }) => property === 'memberCount')
    const shown = ({ groups }: OpenDirectory) =>
      idsOnly ? [] : groups.list.query(query).ids.slice(offset, offset + limit)
    const open = await whenReady(this.#workspace, (now) =>
      byCount ? now.store.directory.tables.group.keys() : shown(now),
    )
    const { directory } = open.store
    const { total, ids, approximate } = open.groups.list.query(query)
    return {
      total,
      matching: ids.length,
      approximate,
      revision: directory.revision,
      rows: shown(open).map((id) => groupRowOf(groupIn(directory, id), open.groups.members)),
      ...(idsOnly ? { ids: [...ids] } : {}),
    }
  }

  async get({ id }: Input<'getGroup'>): Promise<GroupDetails> {
    const { store, groups } = await whenReady(this.#workspace, (open) => {
      const group = groupIn(open.store.directory, id)
      return [id, ...open.groups.members.groupsIn(group).map((inner) => inner.id)]
    })
    return detailsOf(groupIn(store.directory, id), store.directory, groups.members)
  }

  async create(input: Input<'createGroup'>): Promise<GroupDetails> {
    const open = this.#workspace.current
    const id = randomUUID()
    await open.store.transact(this.#session.actor, (directory) => {
      const neighbours = groupNeighboursIn(directory, open.groups.lookup)
      const { problems, change } = proposeNewGroup(id, input, neighbours)
      refuse(problems)
      return { activity: 'addGroup', changes: change ? [change] : [] }
    })
    return this.get({ id })
  }

  async update({ id, revision, changes }: Input<'updateGroup'>): Promise<GroupDetails> {
    const open = this.#workspace.current
    await open.store.transact(this.#session.actor, async (directory) => {
      const group = livingGroupIn(directory, id)
      await refuseConflicts(open.store, group, revision, changes)
      const leavesRule = group.membership === 'dynamic' && changes.membership === 'assigned'
      const matching = leavesRule ? await this.#membersByRule(group) : []
      const neighbours = groupNeighboursIn(directory, open.groups.lookup)
      const { problems, change } = proposeGroupUpdate(group, changes, neighbours, matching)
      refuse(problems)
      return { activity: 'updateGroup', changes: change ? [change] : [] }
    })
    return this.get({ id })
  }

  /** What a save of these values would refuse, as sentences. Saves nothing. */
  async check({ id, values }: Input<'checkGroup'>): Promise<Output<'checkGroup'>> {
    const { store, groups } = this.#workspace.current
    const neighbours = groupNeighboursIn(store.directory, groups.lookup)
    const { problems } =
      id === undefined
        ? proposeNewGroup(randomUUID(), { values, ownerIds: [], memberIds: [] }, neighbours)
        : proposeGroupUpdate(livingGroupIn(store.directory, id), values, neighbours, [])
    const asked = Object.entries(problems).filter(([name]) => name in values)
    return {
      fields: Object.fromEntries(
        asked.map(([name, problem]) => [name, this.#sentences.problem(problem)]),
      ),
    }
  }

  async delete({ ids }: Input<'deleteGroups'>): Promise<Output<'deleteGroups'>> {
    const at = this.#now().toISOString()
    return this.#move('deleteGroup', ids, (id, directory) => ({
      group: livingGroupIn(directory, id),
      deletedDateTime: at,
    }))
  }

  async restore({ ids }: Input<'restoreGroups'>): Promise<Output<'restoreGroups'>> {
    return this.#move('restoreGroup', ids, (id, directory) => {
      const group = groupIn(directory, id)
      if (group.deletedDateTime === null)
        throw new AppError('not-found', 'groupNotDeleted', { values: { name: group.displayName } })
      return { group, deletedDateTime: null }
    })
  }

  async #membersByRule(group: Group): Promise<readonly string[]> {
    const { groups, index } = await whenReady(this.#workspace, () => [group.id])
    return index.slots.idsOf(groups.members.usersIn(group).slots())
  }

  async #move(
    activity: 'deleteGroup' | 'restoreGroup',
    ids: readonly string[],
    moved: (
      id: string,
      directory: Directory,
    ) => { readonly group: Group; readonly deletedDateTime: string | null },
  ): Promise<{ transactionId: string }> {
    const { store } = this.#workspace.current
    const transaction = await store.transact(this.#session.actor, (directory) => ({
      activity,
      changes: [...new Set(ids)].flatMap((id) => {
        const { group, deletedDateTime } = moved(id, directory)
        return groupDifference(group, { ...group, deletedDateTime }) ?? []
      }),
    }))
    return { transactionId: transaction?.id ?? '' }
  }
}

function refuse(problems: GroupProblems) {
  if (Object.keys(problems).length > 0)
    throw new AppError('invalid-input', 'invalidInput', { fields: problems })
}
