import { checkGroup, type GroupNeighbours } from '../../shared/directory/check-group.ts'
import { checkMembers, checkOwners } from '../../shared/directory/check-members.ts'
import type { Group } from '../../shared/directory/group.ts'
import {
  checkGroupValues,
  type GroupProblems,
  type GroupValues,
  groupLimits,
  groupProperties,
} from '../../shared/directory/group-values.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import { addressLetters } from '../../shared/fields/plain-letters.ts'
import type { RawValues } from '../../shared/fields/values.ts'

/** What values given for a group come to: the change to save, or what is wrong with them. */
export type GroupProposal = {
  readonly problems: GroupProblems
  /** Null when the values are what is stored already. */
  readonly change: Change | null
}

export type NewGroup = {
  readonly values: RawValues
  readonly ownerIds: readonly string[]
  readonly memberIds: readonly string[]
}

/** Works out a new group with its members. The nickname follows from the name when it is not given. */
export function proposeNewGroup(
  id: string,
  { values: raw, ownerIds, memberIds }: NewGroup,
  neighbours: GroupNeighbours,
): GroupProposal {
  const { values, problems } = checkGroupValues(raw)
  const { displayName = '', membershipRule = null } = values
  const given: GroupValues = {
    displayName,
    description: null,
    mailNickname: freeNickname(displayName, neighbours),
    kind: 'security',
    membership: membershipRule === null ? 'assigned' : 'dynamic',
    membershipRule,
    ...values,
  }
  const group = { id, ...given }
  const missing = displayName === '' && !problems.displayName
  const member = checkMembers(group, memberIds, neighbours)
  const owner = checkOwners(group, ownerIds, ownerIds, neighbours)
  return {
    problems: {
      ...checkGroup(id, given, new Set(groupProperties), neighbours),
      ...problems,
      ...(missing ? { displayName: { rule: 'required' } } : {}),
      ...(member ? { memberIds: member } : {}),
      ...(owner ? { ownerIds: owner } : {}),
    },
    change: {
      kind: 'group',
      id,
      before: null,
      after: { ...given, ownerIds: inOrder(ownerIds), memberIds: inOrder(memberIds) },
    },
  }
}

/**
 * Works out what an edit of a stored group comes to. A group that becomes dynamic loses its list; one that
 * becomes assigned keeps those whom its rule took in, `matching`, and loses the rule.
 */
export function proposeGroupUpdate(
  group: Group,
  raw: RawValues,
  neighbours: GroupNeighbours,
  matching: readonly string[],
): GroupProposal {
  const { values, problems } = checkGroupValues(raw)
  const leavesRule = values.membership === 'assigned' && group.membership === 'dynamic'
  const given = { ...(leavesRule ? { membershipRule: null } : {}), ...values }
  const after = { ...group, ...given }
  const touched = new Set(Object.keys(given))
  const change = groupDifference(group, after)
  const removed = after.membership === 'dynamic' ? group.memberIds : []
  const added = leavesRule && after.membership === 'assigned' ? inOrder(matching) : []
  const moved = removed.length + added.length > 0
  const memberIds = { added: [...added], removed: [...removed] }
  return {
    problems: { ...checkGroup(group.id, after, touched, neighbours, group), ...problems },
    change: change && moved ? { ...change, lists: { memberIds } } : change,
  }
}

/** The change between two states of one group, its lists aside; null when there is none. */
export function groupDifference(before: Group, after: Group): Change | null {
  const names = [...groupProperties, 'deletedDateTime'] as const
  const changed = names.filter((name) => after[name] !== before[name])
  if (changed.length === 0) return null
  const pick = (group: Group) => Object.fromEntries(changed.map((name) => [name, group[name]]))
  return { kind: 'group', id: before.id, before: pick(before), after: pick(after) }
}

/** The change that adds ids to a list of a group, or takes them out; null when none of them is new or there. */
export function listedDifference(
  group: Group,
  list: 'ownerIds' | 'memberIds',
  ids: Iterable<string>,
  becomes: 'added' | 'removed',
): Change | null {
  const held = new Set(group[list])
  const moving = inOrder(ids).filter((id) => held.has(id) === (becomes === 'removed'))
  if (moving.length === 0) return null
  const change = { added: [], removed: [], [becomes]: moving }
  return { kind: 'group', id: group.id, before: {}, after: {}, lists: { [list]: change } }
}

const inOrder = (ids: Iterable<string>): string[] => [...new Set(ids)].sort()

/** The nickname that a name suggests, or the first of those numbered from 2 that nobody else has. */
export function freeNickname(displayName: string, { groupOfNickname }: GroupNeighbours): string {
  const words = displayName.split(/\s+/).map(addressLetters).filter(Boolean)
  const base = words.join('-').slice(0, groupLimits.mailNickname) || 'group'
  let nickname = base
  for (let number = 2; groupOfNickname(nickname); number += 1)
    nickname = `${base.slice(0, groupLimits.mailNickname - String(number).length)}${number}`
  return nickname
}
