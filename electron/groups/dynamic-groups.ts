import type { Directory } from '../../shared/directory/directory.ts'
import type { Group } from '../../shared/directory/group.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import type { User } from '../../shared/directory/user.ts'
import type { SlotSet } from '../search/slot-set.ts'
import type { UserSlots } from '../search/user-slots.ts'
import { DynamicRule } from './dynamic-rule.ts'

/** More evaluations than this would keep a save waiting: the rules concerned start afresh instead. */
const mostAtOnce = 5000

/**
 * Who is in the dynamic groups. A rule is evaluated for everybody when somebody first asks, and from then on
 * only for whoever changed in a property that it reads.
 */
export class DynamicGroups {
  readonly #slots: UserSlots
  readonly #now: () => number
  readonly #rules = new Map<string, DynamicRule>()
  /** The rules that somebody has asked, by the properties they read. */
  readonly #readers = new Map<string, Set<DynamicRule>>()
  readonly #asked = new Set<DynamicRule>()

  constructor(groups: Iterable<Group>, slots: UserSlots, now: () => number) {
    this.#slots = slots
    this.#now = now
    for (const group of groups) this.#follow(group.id, group)
  }

  /** Takes over what `transaction` changed, once the slots have; `directory` is the one after it. */
  apply({ changes }: Transaction, { tables }: Directory) {
    const updates: [DynamicRule, User, number][] = []
    for (const { kind, id, before, after } of changes) {
      if (kind === 'group') this.#follow(id, tables.group.get(id))
      if (kind !== 'user' || after === null) continue
      const user = tables.user.get(id)
      const slot = this.#slots.slotOf(id)
      if (!user || slot === undefined) continue
      const rules = before === null ? this.#asked : this.#readersOf(Object.keys(after))
      for (const rule of rules) updates.push([rule, user, slot])
    }
    if (updates.length <= mostAtOnce)
      for (const [rule, user, slot] of updates) rule.update(user, slot)
    else for (const rule of new Set(updates.map(([each]) => each))) this.#forget(rule)
  }

  /** Whether it is known who is in these groups, as far as they are dynamic. */
  isReady(groupIds: Iterable<string>): boolean {
    const now = this.#now()
    for (const id of groupIds) if (this.#rules.get(id)?.isEvaluated(now) === false) return false
    return true
  }

  /** Finds out who is in these groups, in slices. What changes meanwhile may make them unready again. */
  async ready(groupIds: Iterable<string>): Promise<void> {
    for (const id of groupIds) {
      const rule = this.#rules.get(id)
      if (!rule || rule.isEvaluated(this.#now())) continue
      this.#watch(rule)
      await rule.evaluate(this.#slots, this.#now())
    }
  }

  /** The living users in a dynamic group that is ready. */
  usersIn(groupId: string): SlotSet {
    const rule = this.#rules.get(groupId)
    if (!rule?.isEvaluated(this.#now())) throw new Error(`Nobody has evaluated ${groupId} yet.`)
    return rule.members.and(this.#slots.living)
  }

  /** The dynamic groups that a user is in. */
  groupsOf(user: User): readonly string[] {
    const now = this.#now()
    return [...this.#rules].filter(([, rule]) => rule.matches(user, now)).map(([id]) => id)
  }

  #follow(id: string, group: Group | undefined) {
    const text = group?.membership === 'dynamic' ? (group.membershipRule ?? '') : null
    const known = this.#rules.get(id)
    if (known?.text === text) return
    if (known) this.#forget(known)
    if (text === null) this.#rules.delete(id)
    else this.#rules.set(id, new DynamicRule(text))
  }

  #watch(rule: DynamicRule) {
    this.#asked.add(rule)
    for (const name of rule.reads.properties) {
      const readers = this.#readers.get(name) ?? new Set()
      this.#readers.set(name, readers.add(rule))
    }
  }

  #forget(rule: DynamicRule) {
    rule.forget()
    this.#asked.delete(rule)
    for (const name of rule.reads.properties) this.#readers.get(name)?.delete(rule)
  }

  #readersOf(names: readonly string[]): Iterable<DynamicRule> {
    return new Set(names.flatMap((name) => [...(this.#readers.get(name) ?? [])]))
  }
}
