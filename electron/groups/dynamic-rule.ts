import { compile, type Matches } from '../../shared/directory/rules/compile.ts'
import { middayOf } from '../../shared/directory/rules/moment.ts'
import { readRule } from '../../shared/directory/rules/read-rule.ts'
import { type Reads, readsOf } from '../../shared/directory/rules/reads-of.ts'
import type { User } from '../../shared/directory/user.ts'
import { SlotSet } from '../search/slot-set.ts'
import type { UserSlots } from '../search/user-slots.ts'
import { inSlices } from '../slices.ts'

/** How many users are looked at between two looks at the clock. */
const atOnce = 500

type Ready = { readonly matches: Matches; readonly reads: Reads }

/** The rule of one dynamic group and, once somebody has asked, whom it takes in. */
export class DynamicRule {
  readonly text: string
  #ready: Ready | null = null
  /** Deleted users are among them, to be members again when they are restored. */
  #members: SlotSet | null = null
  /** When the members were worked out: tomorrow `system.now` is another. */
  #moment = 0
  #whole = false
  #evaluation: Promise<void> | null = null

  constructor(text: string) {
    this.text = text
  }

  get reads(): Reads {
    return this.#compiled.reads
  }

  matches(user: User, now: number): boolean {
    return this.#compiled.matches(user, middayOf(now))
  }

  /** Whether all whom it takes in are known. */
  isEvaluated(now: number): boolean {
    return this.#whole && (this.reads.days.size === 0 || this.#moment === middayOf(now))
  }

  /** Looks at every user, in slices. Whoever changes meanwhile has to be told by `update`. */
  evaluate(slots: UserSlots, now: number): Promise<void> {
    this.#evaluation ??= this.#evaluate(slots, now).finally(() => {
      this.#evaluation = null
    })
    return this.#evaluation
  }

  /** Whom it takes in, as far as that is known. */
  get members(): SlotSet {
    return this.#members ?? new SlotSet()
  }

  /** Takes over that a user was changed or added. */
  update(user: User, slot: number) {
    if (!this.#members) return
    if (this.#compiled.matches(user, this.#moment)) this.#members.add(slot)
    else this.#members.delete(slot)
  }

  /** Gives up what is known: so many users changed that starting afresh is cheaper. */
  forget() {
    this.#members = null
    this.#whole = false
  }

  async #evaluate(slots: UserSlots, now: number) {
    const members = new SlotSet()
    this.#members = members
    this.#whole = false
    this.#moment = middayOf(now)
    const { matches } = this.#compiled
    const everyone = slots.everyone().slots()
    for await (const from of inSlices(range(everyone.length, atOnce)))
      for (const slot of everyone.subarray(from, from + atOnce)) {
        const user = slots.at(slot)
        if (user && matches(user, this.#moment)) members.add(slot)
      }
    this.#whole = this.#members === members
  }

  get #compiled(): Ready {
    this.#ready ??= readyFrom(this.text)
    return this.#ready
  }
}

/** A text that is no rule, which a newer Roster may have written, takes in nobody. */
function readyFrom(text: string): Ready {
  const { rule } = readRule(text)
  if (rule) return { matches: compile(rule), reads: readsOf(rule) }
  return { matches: () => false, reads: { properties: new Set(), days: new Set() } }
}

function* range(end: number, step: number): Generator<number> {
  for (let at = 0; at < end; at += step) yield at
}
