import type { Expression, MembershipRule, Subject, Value } from './rule.ts'
import {
  isRulePropertyName,
  nameAfterUser,
  type RuleUser,
  rulePropertyOf,
} from './rule-properties.ts'

/** What the answer of a rule depends on. */
export type Reads = {
  /** The user's properties, as the catalogue names them. */
  readonly properties: ReadonlySet<keyof RuleUser>
  /** The days after now that the rule compares with: it takes in others as days go by. */
  readonly days: ReadonlySet<number>
}

export function readsOf(rule: MembershipRule): Reads {
  const properties = new Set<keyof RuleUser>()
  const days = new Set<number>()
  const readSubject = ({ name }: Subject) => {
    const property = nameAfterUser(name) ?? ''
    if (isRulePropertyName(property)) properties.add(rulePropertyOf(property).reads)
  }
  const readValue = (value: Value) => {
    if (value.type === 'now') days.add(value.days)
  }
  const read = (node: Expression) => {
    switch (node.type) {
      case 'and':
      case 'or':
        for (const term of node.terms) read(term)
        return
      case 'not':
        return read(node.term)
      case 'any':
      case 'all':
        readSubject(node.subject)
        return read(node.body)
      case 'comparison':
        readSubject(node.subject)
        return readValue(node.value)
    }
  }
  if (rule.type === 'directReports') properties.add('managerId')
  else read(rule)
  return { properties, days }
}
