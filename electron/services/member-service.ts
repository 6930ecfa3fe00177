import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Activity } from '../../shared/directory/activities.ts'
import type { GroupNeighbours } from '../../shared/directory/check-group.ts'
import {
  checkAssigned,
  checkMembers,
  checkOwners,
  type MemberProblem,
} from '../../shared/directory/check-members.ts'
import type { Group } from '../../shared/directory/group.ts'
import { AppError } from '../../shared/errors.ts'
import { listedDifference } from './group-changes.ts'
import { livingGroupIn } from './group-details.ts'
import { groupNeighboursIn } from './group-neighbours.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

type Changed = Output<'addMembers'>

/** A list of a group that people come into or go out of. */
type Move = {
  readonly activity: Extract<
    Activity,
    'addMembers' | 'removeMembers' | 'addOwners' | 'removeOwners'
  >
  readonly list: 'memberIds' | 'ownerIds'
  readonly becomes: 'added' | 'removed'
  /** Why this group's list cannot change so. `moving` are those who are not as they are to be yet. */
  readonly check: (
    group: Group,
    moving: readonly string[],
    neighbours: GroupNeighbours,
  ) => MemberProblem | undefined
}

const joining: Move = {
  activity: 'addMembers',
  list: 'memberIds',
  becomes: 'added',
  check: checkMembers,
}

const leaving: Move = {
  activity: 'removeMembers',
  list: 'memberIds',
  becomes: 'removed',
  check: checkAssigned,
}

const owning: Move = {
  activity: 'addOwners',
  list: 'ownerIds',
  becomes: 'added',
  check: (group, moving, neighbours) =>
    checkOwners(group, [...group.ownerIds, ...moving], moving, neighbours),
}

const disowning: Move = {
  activity: 'removeOwners',
  list: 'ownerIds',
  becomes: 'removed',
  check: () => undefined,
}

/** Puts members and owners into groups and takes them out. */
export class MemberService {
  readonly #workspace: Workspace
  readonly #session: SessionService

  constructor(workspace: Workspace, session: SessionService) {
    this.#workspace = workspace
    this.#session = session
  }

  add = ({ id, memberIds }: Input<'addMembers'>): Promise<Changed> =>
    this.#move(joining, [id], memberIds)

  remove = ({ id, memberIds }: Input<'removeMembers'>): Promise<Changed> =>
    this.#move(leaving, [id], memberIds)

  addOwners = ({ id, ownerIds }: Input<'addOwners'>): Promise<Changed> =>
    this.#move(owning, [id], ownerIds)

  removeOwners = ({ id, ownerIds }: Input<'removeOwners'>): Promise<Changed> =>
    this.#move(disowning, [id], ownerIds)

  addToGroups = ({ groupIds, memberIds }: Input<'addToGroups'>): Promise<Changed> =>
    this.#move(joining, groupIds, memberIds)

  removeFromGroups = ({ groupIds, memberIds }: Input<'removeFromGroups'>): Promise<Changed> =>
    this.#move(leaving, groupIds, memberIds)

  /** One transaction, whatever the number of groups and people. Who is there already stays there. */
  async #move(
    move: Move,
    groupIds: readonly string[],
    memberIds: readonly string[],
  ): Promise<Changed> {
    const open = this.#workspace.current
    const { activity, list, becomes } = move
    const ids = [...new Set(memberIds)]
    const groups = [...new Set(groupIds)]
    let changed = 0
    const transaction = await open.store.transact(this.#session.actor, (directory) => {
      const neighbours = groupNeighboursIn(directory, open.groups.lookup)
      const changes = groups.flatMap((id) => {
        const group = livingGroupIn(directory, id)
        const change = listedDifference(group, list, ids, becomes)
        const moving = change?.lists?.[list]?.[becomes] ?? []
        const problem = move.check(group, moving, neighbours)
        if (problem) throw memberRefusal(problem, list)
        changed += moving.length
        return change ?? []
      })
      return { activity, changes }
    })
    return {
      transactionId: transaction?.id ?? '',
      changed,
      unchanged: ids.length * groups.length - changed,
    }
  }
}

/** Said as a whole and of the list, so that a form can say it where the list is. */
export const memberRefusal = ({ rule, values }: MemberProblem, list: string) =>
  new AppError('invalid-input', rule, {
    ...(values ? { values } : {}),
    fields: { [list]: { rule, ...(values ? { values } : {}) } },
  })
