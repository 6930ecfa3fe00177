import type { GroupFilters, GroupQuery } from '../../shared/contract/group-query.ts'
import type { Group } from '../../shared/directory/group.ts'
import type { Table } from '../../shared/directory/table.ts'
import { fold } from '../search/fold.ts'
import { beginsAWordNearly, holdsNearly, shortestWithError } from '../search/one-error.ts'
import { rankBy } from '../search/rank.ts'
import { RecentlyUsed } from '../search/recently-used.ts'
import { separator } from '../search/searchable-text.ts'
import { beginsAWord } from '../search/word-starts.ts'
import { compareGroups } from './compare-groups.ts'

export type FoundGroups = {
  /** All groups of the list, before search and filters. */
  readonly total: number
  /** All that match, in order. */
  readonly ids: readonly string[]
  /** Nothing matched as typed; these match when one typing error a word is allowed. */
  readonly approximate: boolean
}

/** What is searched in a group, folded. */
type Texts = { readonly name: string; readonly nickname: string; readonly all: string }

/** Answers the lists of groups: what matches a search and filters, in which order. */
export class GroupList {
  readonly #groups: Table<Group>
  readonly #memberCount: (group: Group) => number
  /** Records are replaced, never changed, so what is known of one stays right. */
  readonly #texts = new WeakMap<Group, Texts>()
  readonly #answers = new RecentlyUsed<FoundGroups>(8)

  constructor(groups: Table<Group>, memberCount: (group: Group) => number) {
    this.#groups = groups
    this.#memberCount = memberCount
  }

  /** Something changed that an answer may depend on. */
  changed() {
    this.#answers.clear()
  }

  /** The answer is kept until the next transaction, so that reading on in a list costs nothing. */
  query(query: GroupQuery): FoundGroups {
    return this.#answers.get(JSON.stringify(query), () => this.#answer(query))
  }

  #answer({ search, filters, sort, deleted }: GroupQuery): FoundGroups {
    const listed = [...this.#groups.values()].filter(
      (group) => (group.deletedDateTime !== null) === deleted,
    )
    const wanted = listed.filter((group) => meets(group, filters))
    const words = fold(search).split(' ').filter(Boolean)
    const exact = wanted.filter((group) => this.#holds(group, words))
    const nearly = exact.length === 0 && words.length > 0
    const found = nearly ? wanted.filter((group) => this.#nearlyHolds(group, words)) : exact
    const inOrder = found.sort(compareGroups(sort, this.#memberCount))
    const approximate = nearly && found.length > 0
    const ranked = sort.length === 0 && words.length > 0
    return {
      total: listed.length,
      ids: (ranked ? this.#byRank(inOrder, words, approximate) : inOrder).map(({ id }) => id),
      approximate,
    }
  }

  #holds(group: Group, words: readonly string[]): boolean {
    const { all } = this.#textsOf(group)
    return words.every((word) => all.includes(word) || isIdOf(group, word))
  }

  #nearlyHolds(group: Group, words: readonly string[]): boolean {
    const { all } = this.#textsOf(group)
    return words.every((word) =>
      word.length < shortestWithError ? all.includes(word) : holdsNearly(all, word),
    )
  }

  #byRank(groups: readonly Group[], words: readonly string[], approximate: boolean): Group[] {
    const rank = rankBy(words, approximate ? beginsAWordNearly : beginsAWord)
    const ranks = new Map(
      groups.map((group) => {
        const { name, nickname } = this.#textsOf(group)
        return [group, rank(name, () => [nickname])]
      }),
    )
    return groups.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))
  }

  #textsOf(group: Group): Texts {
    const known = this.#texts.get(group)
    if (known) return known
    const { displayName, mailNickname, description } = group
    const all = ['', displayName, mailNickname, description ?? '', ''].join(separator)
    const texts = { name: fold(displayName), nickname: fold(mailNickname), all: fold(all) }
    this.#texts.set(group, texts)
    return texts
  }
}

const meets = (group: Group, { kind, membership }: GroupFilters) =>
  (kind === undefined || group.kind === kind) &&
  (membership === undefined || group.membership === membership)

const isIdOf = ({ id }: Group, word: string) => word.length >= 4 && id.startsWith(word)
