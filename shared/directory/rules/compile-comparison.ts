import { afterDays, momentOf } from './moment.ts'
import type { Comparison, Value } from './rule.ts'
import {
  isRulePropertyName,
  item,
  itemsOf,
  nameAfterUser,
  type RuleUser,
  rulePropertyOf,
  textOf,
} from './rule-properties.ts'
import { oppositeOf, textTest } from './text-tests.ts'

/**
 * Whether a user meets a condition at a moment; `each` is the item of the collection that -any or -all is
 * at, and null outside of them.
 */
export type Condition = (user: RuleUser, now: number, each: string | null) => boolean

/**
 * The condition of one comparison that was checked. An operator with "not" is met exactly when the one
 * without is not: by who has no value, too, and by a collection none of whose items meets it.
 */
export function compileComparison(comparison: Comparison): Condition {
  const { subject, operator, value } = comparison
  const opposite = oppositeOf(operator)
  if (opposite) {
    const met = compileComparison({ ...comparison, operator: opposite })
    return (user, now, each) => !met(user, now, each)
  }
  if (subject.name === item) return onText(comparison, (_user, each) => each)
  const name = nameAfterUser(subject.name) ?? ''
  if (!isRulePropertyName(name)) throw new Error(`${subject.name} is no property of a rule.`)
  switch (rulePropertyOf(name).type) {
    case 'boolean': {
      const wanted = value.type === 'boolean' ? String(value.value) : null
      return (user) => textOf(user, name) === wanted
    }
    case 'day':
      return onDay(comparison, (user) => textOf(user, name))
    case 'text':
      return onText(comparison, (user) => textOf(user, name))
    case 'collection': {
      if (value.type === 'null') return (user) => itemsOf(user, name).length === 0
      const test = textTest(operator, value)
      return (user) => itemsOf(user, name).some(test)
    }
  }
}

type TextOf = (user: RuleUser, each: string | null) => string | null

function onText({ operator, value }: Comparison, read: TextOf): Condition {
  if (value.type === 'null') return (user, _now, each) => read(user, each) === null
  const test = textTest(operator, value)
  return (user, _now, each) => {
    const text = read(user, each)
    return text !== null && test(text)
  }
}

function onDay(
  { operator, value }: Comparison,
  read: (user: RuleUser) => string | null,
): Condition {
  if (value.type === 'null') return (user) => read(user) === null
  const wantedAt = momentWanted(value)
  return (user, now) => {
    const moment = momentOf(read(user) ?? '')
    if (moment === null) return false
    const wanted = wantedAt(now)
    if (operator === 'le') return moment <= wanted
    return operator === 'ge' ? moment >= wanted : moment === wanted
  }
}

function momentWanted(value: Value): (now: number) => number {
  if (value.type === 'now') return (now) => afterDays(now, value.days)
  const moment = value.type === 'text' || value.type === 'moment' ? momentOf(value.text) : null
  if (moment === null) throw new Error('A day is compared with what is none.')
  return () => moment
}
