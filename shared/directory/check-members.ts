import type { memberProblems } from '../text/en/member-problems.ts'
import type { Values } from '../text/message.ts'
import type { GroupNeighbours } from './check-group.ts'
import { type Group, mostOwners } from './group.ts'

/** Why somebody cannot be a member or an owner: a refusal as it is, and what is wrong with a value. */
export type MemberProblem = { readonly rule: keyof typeof memberProblems; readonly values?: Values }

type Joined = Pick<Group, 'id' | 'displayName' | 'kind' | 'membership'>

/** Why members of a group cannot be chosen one by one; undefined when they can. */
export const checkAssigned = ({ membership, displayName }: Joined): MemberProblem | undefined =>
  membership === 'dynamic' ? { rule: 'memberDynamic', values: { group: displayName } } : undefined

/** The first reason why one of these cannot become a member of the group. */
export function checkMembers(
  group: Joined,
  ids: readonly string[],
  neighbours: GroupNeighbours,
): MemberProblem | undefined {
  if (ids.length === 0) return undefined
  const assigned = checkAssigned(group)
  if (assigned) return assigned
  for (const id of ids) {
    const problem = checkMember(group, id, neighbours)
    if (problem) return problem
  }
  return undefined
}

function checkMember(
  { id: groupId, displayName, kind }: Joined,
  id: string,
  neighbours: GroupNeighbours,
): MemberProblem | undefined {
  if (id === groupId) return { rule: 'memberSelf', values: { group: displayName } }
  const member = neighbours.user(id) ?? neighbours.group(id)
  if (!member) return { rule: 'memberGone' }
  const values = { member: member.displayName, group: displayName }
  if (member.deleted) return { rule: 'memberDeleted', values }
  if (neighbours.user(id)) return undefined
  if (kind === 'microsoft365') return { rule: 'memberNotAUser', values }
  return neighbours.isWithin(groupId, id) ? { rule: 'memberCycle', values } : undefined
}

/** The first reason why these, `added` newly among them, cannot be the owners of a group. */
export function checkOwners(
  { displayName }: Joined,
  ownerIds: readonly string[],
  added: readonly string[],
  neighbours: GroupNeighbours,
): MemberProblem | undefined {
  for (const id of added) {
    const user = neighbours.user(id)
    const group = neighbours.group(id)
    if (group) return { rule: 'ownerNotAUser', values: { owner: group.displayName } }
    if (!user) return { rule: 'memberGone' }
    if (user.deleted)
      return { rule: 'ownerDeleted', values: { owner: user.displayName, group: displayName } }
  }
  if (ownerIds.length <= mostOwners) return undefined
  const values = { group: displayName, limit: mostOwners, count: ownerIds.length }
  return { rule: 'ownersTooMany', values }
}
