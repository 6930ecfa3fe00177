import type { Group } from '../../shared/directory/group.ts'
import type { Table } from '../../shared/directory/table.ts'
import type { GroupLookup } from './group-lookup.ts'

/** A group reached through others, and the way to it: the ids of those in between, the nearest first. */
export type Reached = { readonly id: string; readonly via: readonly string[] }

/** Groups reached from some by a step that leads to others, each once and by the shortest way. */
function reach(from: readonly string[], step: (id: string) => readonly string[]): Reached[] {
  const reached: Reached[] = []
  const seen = new Set<string>()
  const visit = (ids: readonly string[], via: readonly string[]) => {
    for (const id of ids) {
      if (seen.has(id)) continue
      seen.add(id)
      reached.push({ id, via })
    }
  }
  visit(from, [])
  for (let at = 0; at < reached.length; at += 1) {
    const { id, via } = reached[at] as Reached
    visit(step(id), [...via, id])
  }
  return reached
}

type Groups = Table<Group>

const living = (groups: Groups, ids: readonly string[]) =>
  ids.filter((id) => groups.get(id)?.deletedDateTime === null)

/** All living groups in a group, directly (`via` is empty) and through others. */
export const groupsWithin = (lookup: GroupLookup, groups: Groups, groupId: string): Reached[] =>
  reach(living(groups, lookup.groupsIn(groupId)), (id) => living(groups, lookup.groupsIn(id)))

/** All living groups that some groups are in, these themselves (`via` is empty) and those they lead to. */
export const groupsAround = (
  lookup: GroupLookup,
  groups: Groups,
  direct: readonly string[],
): Reached[] => reach(living(groups, direct), (id) => living(groups, lookup.groupsOf(id)))

/**
 * Whether a group is in another one, over any length. `groupsOf` tells which groups one is in; deleted groups
 * are to count, because they can be restored.
 */
export const isWithin = (
  groupsOf: (id: string) => readonly string[],
  groupId: string,
  otherId: string,
): boolean => reach(groupsOf(groupId), groupsOf).some(({ id }) => id === otherId)
