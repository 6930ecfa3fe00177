import type { GroupNeighbour, GroupNeighbours } from '../../shared/directory/check-group.ts'
import type { Directory } from '../../shared/directory/directory.ts'
import type { Group } from '../../shared/directory/group.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { GroupLookup } from '../groups/group-lookup.ts'
import { isWithin } from '../groups/group-paths.ts'
import { asNeighbour } from './neighbours.ts'

/** The directory as the rules of one group see it; `planned` changes of groups count as made already. */
export function groupNeighboursIn(
  { tables }: Directory,
  lookup: GroupLookup,
  planned: readonly Change[] = [],
): GroupNeighbours {
  const group = (id: string) => asGroupNeighbour(tables.group.get(id))
  const joining = planned.flatMap(({ id, lists }) =>
    (lists?.memberIds?.added ?? []).map((member) => ({ member, group: id })),
  )
  const joined = Map.groupBy(joining, ({ member }) => member)
  const groupsOf = (id: string) => [
    ...lookup.groupsOf(id),
    ...(joined.get(id) ?? []).map((each) => each.group),
  ]
  return {
    user: (id) => asNeighbour(tables.user.get(id)),
    group,
    groupOfNickname: (nickname) => group(lookup.byMailNickname(nickname) ?? ''),
    isWithin: (groupId, otherId) => isWithin(groupsOf, groupId, otherId),
  }
}

const asGroupNeighbour = (group: Group | undefined): GroupNeighbour | undefined =>
  group && {
    id: group.id,
    displayName: group.displayName,
    deleted: group.deletedDateTime !== null,
  }
