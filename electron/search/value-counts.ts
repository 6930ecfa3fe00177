import type { Listed } from '../../shared/contract/query.ts'
import type { User } from '../../shared/directory/user.ts'
import { fold } from './fold.ts'
import { textsToCompare } from './matches-filter.ts'
import { compareTextsOf } from './sort-text.ts'

export type CountedValue = { readonly value: string; readonly count: number }

/** How many living users have each value of a property, counted when first asked for. */
export class ValueCounts {
  readonly #counts = new Map<Listed, Map<string, number>>()

  /** Takes over that a user came, changed or went. */
  change(before: User | undefined, after: User | undefined) {
    for (const [property, counts] of this.#counts) {
      for (const value of valuesOf(before, property)) add(counts, value, -1)
      for (const value of valuesOf(after, property)) add(counts, value, 1)
    }
  }

  /** The values that hold what is searched for, most used first. */
  most(
    property: Listed,
    search: string,
    limit: number,
    users: () => Iterable<User>,
  ): readonly CountedValue[] {
    const wanted = fold(search.trim())
    const compareTexts = compareTextsOf(property)
    const compare = (one: CountedValue, other: CountedValue) =>
      other.count - one.count || compareTexts(one.value, other.value)
    const first: CountedValue[] = []
    for (const [value, count] of this.#countsOf(property, users)) {
      const found = textsToCompare(property, value).some((text) => fold(text).includes(wanted))
      if (found) keepFirst(first, { value, count }, limit, compare)
    }
    return first
  }

  #countsOf(property: Listed, users: () => Iterable<User>): Map<string, number> {
    const known = this.#counts.get(property)
    if (known) return known
    const counts = new Map<string, number>()
    for (const user of users()) for (const value of valuesOf(user, property)) add(counts, value, 1)
    this.#counts.set(property, counts)
    return counts
  }
}

function valuesOf(user: User | undefined, property: Listed): readonly string[] {
  if (!user || user.deletedDateTime !== null) return []
  const value = user[property]
  if (value === null) return []
  return Array.isArray(value) ? value : [String(value)]
}

function add(counts: Map<string, number>, value: string, more: number) {
  const count = (counts.get(value) ?? 0) + more
  if (count === 0) counts.delete(value)
  else counts.set(value, count)
}

/** Puts a value in its place among the first ones, which stay few. */
function keepFirst<T>(first: T[], value: T, limit: number, compare: (one: T, other: T) => number) {
  const last = first.at(-1)
  if (first.length === limit && last !== undefined && compare(value, last) >= 0) return
  const place = first.findIndex((other) => compare(value, other) < 0)
  first.splice(place === -1 ? first.length : place, 0, value)
  if (first.length > limit) first.pop()
}
