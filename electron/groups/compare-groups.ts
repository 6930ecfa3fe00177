import type { GroupSort, ListedOfGroup } from '../../shared/contract/group-query.ts'
import type { Group } from '../../shared/directory/group.ts'

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

type Compare = (one: Group, other: Group) => number

const byName: Compare = (one, other) =>
  collator.compare(one.displayName, other.displayName) || (one.id < other.id ? -1 : 1)

/** Compares groups by a sort; those that are equal in it go by name, then by id. Empty values come last. */
export function compareGroups(
  sort: readonly GroupSort[],
  memberCount: (group: Group) => number,
): Compare {
  const keys = sort.map(({ property, direction }) => {
    const sign = direction === 'asc' ? 1 : -1
    return property === 'memberCount'
      ? (one: Group, other: Group) => sign * (memberCount(one) - memberCount(other))
      : (one: Group, other: Group) => compareTexts(one[property], other[property], property, sign)
  })
  return (one, other) => {
    for (const key of keys) {
      const difference = key(one, other)
      if (difference !== 0) return difference
    }
    return byName(one, other)
  }
}

function compareTexts(
  one: string | null,
  other: string | null,
  property: ListedOfGroup,
  sign: number,
): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  const dates = property.endsWith('DateTime')
  return sign * (dates ? (one < other ? -1 : 1) : collator.compare(one, other))
}
