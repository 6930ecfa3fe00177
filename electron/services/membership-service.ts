import type { Input, Output } from '../../shared/contract/contract.ts'
import type { MemberRow } from '../../shared/contract/group.ts'
import { readRule } from '../../shared/directory/rules/read-rule.ts'
import { DynamicRule } from '../groups/dynamic-rule.ts'
import { together, type UsersOfGroup } from '../groups/group-members.ts'
import { groupsAround, type Reached } from '../groups/group-paths.ts'
import { fold } from '../search/fold.ts'
import type { Sentences } from '../sentences.ts'
import { groupIn, groupMember, referenceOf, userMember } from './group-details.ts'
import { whenReady } from './ready-groups.ts'
import { asMeant, resolveMembers } from './resolve-members.ts'
import type { OpenDirectory, Workspace } from './workspace.ts'

/** Tells who is in which group: as lists, through other groups, and by a rule that is yet to be saved. */
export class MembershipService {
  readonly #workspace: Workspace
  readonly #sentences: Sentences
  readonly #now: () => Date

  constructor(workspace: Workspace, sentences: Sentences, now: () => Date) {
    this.#workspace = workspace
    this.#sentences = sentences
    this.#now = now
  }

  async listMembers(input: Input<'listMembers'>): Promise<Output<'listMembers'>> {
    const { id, all, search, sort, offset, limit, idsOnly } = input
    await this.#workspace.readyToList({ search, filters: [], sort, deleted: false })
    const open = await whenReady(this.#workspace, ({ store, groups }) => {
      const group = groupIn(store.directory, id)
      return [id, ...(all ? groups.members.groupsIn(group).map((inner) => inner.id) : [])]
    })
    const { directory } = open.store
    const group = groupIn(directory, id)
    const { members } = open.groups
    const inner = members.groupsIn(group).filter(({ via }) => all || via.length === 0)
    const users = all
      ? members.usersByGroup(group)
      : [{ through: [], users: members.usersIn(group) }]
    const everyone = together(users)
    const groups = groupsFound(inner, search, open)
    const people = open.index.queryAmong(everyone, { search, filters: [], sort })
    // Users that match nearly say nothing while there are groups that match as typed.
    const userIds = people.approximate && groups.length > 0 ? [] : people.ids
    const ids = [...groups.map((each) => each.id), ...userIds]
    const rows = idsOnly ? [] : ids.slice(offset, offset + limit)
    return {
      total: everyone.size + inner.length,
      matching: ids.length,
      approximate: people.approximate && userIds.length > 0,
      revision: directory.revision,
      rows: rows.flatMap((each) => rowOf(each, groups, users, open) ?? []),
      ...(idsOnly ? { ids } : {}),
    }
  }

  async listMemberOf({ id }: Input<'listMemberOf'>): Promise<Output<'listMemberOf'>> {
    const { store, groups } = this.#workspace.current
    const { user: users, group: table } = store.directory.tables
    const user = users.get(id)
    const gone = (user ?? groupIn(store.directory, id)).deletedDateTime !== null
    const byRule = user ? groups.dynamic.groupsOf(user) : []
    const direct = gone ? [] : [...groups.lookup.groupsOf(id), ...byRule]
    return {
      groups: groupsAround(groups.lookup, table, direct)
        .flatMap(({ id: groupId, via }) => {
          const group = table.get(groupId)
          if (!group) return []
          return { ...referenceOf(group), direct: via.length === 0, via: namesOf(via, store) }
        })
        .sort((one, other) => one.displayName.localeCompare(other.displayName, 'en')),
    }
  }

  resolve = ({ text }: Input<'resolveMembers'>): Promise<Output<'resolveMembers'>> =>
    resolveMembers(text, this.#workspace.current)

  async preview({ rule, limit }: Input<'previewRule'>): Promise<Output<'previewRule'>> {
    const { faults } = readRule(rule)
    if (faults.length > 0)
      return {
        faults: faults.map(({ start, end, ...problem }) => ({
          start,
          end,
          message: this.#sentences.problem(problem),
        })),
        matching: 0,
        users: [],
      }
    const { index, store } = this.#workspace.current
    const tried = new DynamicRule(rule)
    await tried.evaluate(index.slots, this.#now().getTime())
    const members = tried.members.and(index.slots.living)
    const { ids, matching } = index.queryAmong(members, { search: '', filters: [], sort: [] })
    const users = ids.slice(0, limit).flatMap((id) => store.directory.tables.user.get(id) ?? [])
    return { faults: [], matching, users: users.map(asMeant) }
  }
}

/** The groups whose name or nickname holds each word, by name. */
function groupsFound(inner: readonly Reached[], search: string, { store }: OpenDirectory) {
  const words = fold(search).split(' ').filter(Boolean)
  return inner
    .flatMap(({ id, via }) => {
      const group = store.directory.tables.group.get(id)
      return group ? [{ id, via, group }] : []
    })
    .filter(({ group: { displayName, mailNickname } }) => {
      const text = fold(`${displayName} ${mailNickname}`)
      return words.every((word) => text.includes(word))
    })
    .sort((one, other) => one.group.displayName.localeCompare(other.group.displayName, 'en'))
}

function rowOf(
  id: string,
  groups: ReturnType<typeof groupsFound>,
  users: readonly UsersOfGroup[],
  { store, index }: OpenDirectory,
): MemberRow | undefined {
  const reached = groups.find((each) => each.id === id)
  if (reached) return groupMember(reached.group, namesOf(reached.via, store))
  const user = store.directory.tables.user.get(id)
  const slot = index.slots.slotOf(id)
  if (!user || slot === undefined) return undefined
  const nearest = users.find((each) => each.users.has(slot))
  return userMember(user, namesOf(nearest?.through ?? [], store))
}

const namesOf = (ids: readonly string[], { directory }: OpenDirectory['store']) =>
  ids.map((id) => directory.tables.group.get(id)?.displayName ?? id)
