import type {
  GroupDetails,
  GroupReference,
  GroupRow,
  MemberRow,
} from '../../shared/contract/group.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Group } from '../../shared/directory/group.ts'
import { transactionIdOf } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'
import { type GroupMembers, together } from '../groups/group-members.ts'
import { asPerson } from './profile.ts'

export function groupIn({ tables }: Directory, id: string): Group {
  const group = tables.group.get(id)
  if (!group) throw new AppError('not-found', 'groupGone')
  return group
}

/** The group, which must not be deleted. */
export function livingGroupIn(directory: Directory, id: string): Group {
  const group = groupIn(directory, id)
  if (group.deletedDateTime !== null)
    throw new AppError('not-found', 'groupDeleted', { values: { name: group.displayName } })
  return group
}

/** The group with what follows from other records. Dynamic groups in it must be ready. */
export function detailsOf(
  group: Group,
  { tables }: Directory,
  members: GroupMembers,
): GroupDetails {
  const { ownerIds, memberIds: _memberIds, ...values } = group
  const owners = ownerIds
    .flatMap((id) => tables.user.get(id) ?? [])
    .filter((user) => user.deletedDateTime === null)
    .sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'))
  return {
    ...values,
    transactionId: transactionIdOf(group.revision),
    owners: owners.map(asPerson),
    memberCounts: {
      ...members.counts(group),
      allUsers: together(members.usersByGroup(group)).size,
    },
  }
}

export const referenceOf = ({ id, displayName, kind, membership }: Group): GroupReference => ({
  id,
  displayName,
  kind,
  membership,
})

export function groupRowOf(group: Group, members: GroupMembers): GroupRow {
  const { users, groups } = members.counts(group)
  return {
    ...referenceOf(group),
    revision: group.revision,
    description: group.description,
    mailNickname: group.mailNickname,
    memberCount: users + groups,
    createdDateTime: group.createdDateTime,
    lastModifiedDateTime: group.lastModifiedDateTime,
    deletedDateTime: group.deletedDateTime,
  }
}

export const userMember = (user: User, via: readonly string[]): MemberRow => ({
  id: user.id,
  type: 'user',
  displayName: user.displayName,
  kind: null,
  userPrincipalName: user.userPrincipalName,
  jobTitle: user.jobTitle,
  department: user.department,
  photo: user.photo,
  accountEnabled: user.accountEnabled,
  via: [...via],
})

export const groupMember = (group: Group, via: readonly string[]): MemberRow => ({
  id: group.id,
  type: 'group',
  displayName: group.displayName,
  kind: group.kind,
  userPrincipalName: null,
  jobTitle: null,
  department: null,
  photo: null,
  accountEnabled: true,
  via: [...via],
})
