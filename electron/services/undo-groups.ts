import { checkGroup, type GroupNeighbours } from '../../shared/directory/check-group.ts'
import { checkMembers, checkOwners } from '../../shared/directory/check-members.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Group } from '../../shared/directory/group.ts'
import { listAfter, standsIn } from '../../shared/directory/list-change.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { AppError } from '../../shared/errors.ts'
import type { GroupLookup } from '../groups/group-lookup.ts'
import { groupNeighboursIn } from './group-neighbours.ts'

/** Whether the lists of a record are as a change left them. Whoever else came or went makes no difference. */
export const listsStand = (
  record: Readonly<Record<string, unknown>> | undefined,
  { lists = {} }: Change,
): boolean =>
  Object.entries(lists).every(([name, change]) => {
    const list = record?.[name]
    return Array.isArray(list) && standsIn(list, change)
  })

/** Whether groups have this user or group among their members or owners, but for what `changes` made so. */
export function isInOtherGroups(
  id: string,
  changes: readonly Change[],
  lookup: GroupLookup,
): boolean {
  const madeSo = (list: 'memberIds' | 'ownerIds') => (groupId: string) =>
    changes.some((change) => change.id === groupId && change.lists?.[list]?.added.includes(id))
  return (
    !lookup.groupsOf(id).every(madeSo('memberIds')) || !lookup.ownedBy(id).every(madeSo('ownerIds'))
  )
}

/** What was valid for a group then may not be now, such as a nickname that another one has taken. */
export function refuseInvalidGroups(
  directory: Directory,
  changes: readonly Change[],
  lookup: GroupLookup,
) {
  const edited = changes.filter(({ kind, after }) => kind === 'group' && after !== null)
  const neighbours = withAdded(changes, withDeleted(groupNeighboursIn(directory, lookup, edited)))
  for (const { id, after, lists = {} } of edited) {
    const stored = directory.tables.group.get(id)
    if (!stored) continue
    const group = { ...stored, ...after } as Group
    const { memberIds = unchanged, ownerIds = unchanged } = lists
    const owners = listAfter(group.ownerIds, ownerIds)
    const problem =
      checkMembers(group, memberIds.added, neighbours) ??
      checkOwners(group, owners, ownerIds.added, neighbours)
    if (problem)
      throw new AppError('conflict', problem.rule, problem.values ? { values: problem.values } : {})
    if (group.membership === 'dynamic' && listAfter(group.memberIds, memberIds).length > 0)
      throw new AppError('conflict', 'undoStoodUpon', { values: { name: group.displayName } })
    const fields = checkGroup(id, group, new Set(Object.keys(after ?? {})), neighbours)
    if (Object.keys(fields).length > 0)
      throw new AppError('invalid-input', 'invalidInput', { fields })
  }
}

/** Whoever comes back with the same changes can be put into groups by them. */
const withAdded = (changes: readonly Change[], neighbours: GroupNeighbours): GroupNeighbours => {
  const added = new Map(
    changes.flatMap(({ kind, id, before, after }) =>
      kind === 'user' && before === null
        ? [[id, { id, displayName: String(after?.displayName), managerId: null, deleted: false }]]
        : [],
    ),
  )
  return { ...neighbours, user: (id) => neighbours.user(id) ?? added.get(id) }
}

/** Who is deleted keeps their places in lists, and so can be put back into one. */
const withDeleted = (neighbours: GroupNeighbours): GroupNeighbours => ({
  ...neighbours,
  user: (id) => present(neighbours.user(id)),
  group: (id) => present(neighbours.group(id)),
})

const present = <T extends object>(neighbour: T | undefined): T | undefined =>
  neighbour && { ...neighbour, deleted: false }

const unchanged = { added: [], removed: [] }
