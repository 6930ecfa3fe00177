import type { Directory } from '../../shared/directory/directory.ts'
import type { Group } from '../../shared/directory/group.ts'
import type { ListChange } from '../../shared/directory/list-change.ts'
import type { Change } from '../../shared/directory/transaction.ts'
import type { GroupLookup } from '../groups/group-lookup.ts'

/** Which groups somebody comes into, and comes to own, in the place of somebody else. */
export type Succession = {
  /** Those they are not in, or do not own, already. */
  readonly joined: readonly Group[]
  readonly owned: readonly Group[]
  readonly changes: readonly Change[]
}

/**
 * Works out what it takes that `heirId` is in the groups of `goingId` in their place. Who is in a dynamic group
 * follows from its rule; who owns it does not. Deleted groups stay as they are.
 */
export function successionOf(
  heirId: string,
  goingId: string,
  { tables }: Directory,
  lookup: GroupLookup,
): Succession {
  const ids = new Set([...lookup.groupsOf(goingId), ...lookup.ownedBy(goingId)])
  const groups = [...ids]
    .flatMap((id) => tables.group.get(id) ?? [])
    .filter((group) => group.deletedDateTime === null)
    .sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'))
  const handings = groups.map((group) => ({
    group,
    memberIds:
      group.membership === 'assigned' ? handedOver(group.memberIds, heirId, goingId) : undefined,
    ownerIds: handedOver(group.ownerIds, heirId, goingId),
  }))
  const newIn = (list: 'memberIds' | 'ownerIds') =>
    handings.flatMap((each) => (each[list]?.added.length ? each.group : []))
  return {
    joined: newIn('memberIds'),
    owned: newIn('ownerIds'),
    changes: handings.flatMap(({ group, memberIds, ownerIds }) =>
      memberIds || ownerIds
        ? {
            kind: 'group' as const,
            id: group.id,
            before: {},
            after: {},
            lists: { ...(memberIds ? { memberIds } : {}), ...(ownerIds ? { ownerIds } : {}) },
          }
        : [],
    ),
  }
}

function handedOver(
  list: readonly string[],
  heirId: string,
  goingId: string,
): ListChange | undefined {
  if (!list.includes(goingId)) return undefined
  return { added: list.includes(heirId) ? [] : [heirId], removed: [goingId] }
}
