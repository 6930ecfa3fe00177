import { type Condition, compileComparison } from './compile-comparison.ts'
import type { Expression, MembershipRule, Quantified } from './rule.ts'
import { isRulePropertyName, itemsOf, nameAfterUser, type RuleUser } from './rule-properties.ts'

/** Whether a rule takes a user in, at a moment in milliseconds since 1970. */
export type Matches = (user: RuleUser, now: number) => boolean

/** Makes a rule that was checked ready to be asked of many users. */
export function compile(rule: MembershipRule): Matches {
  if (rule.type === 'directReports') {
    const managerId = rule.manager.text.toLowerCase()
    return (user) => user.managerId?.toLowerCase() === managerId
  }
  const met = compileExpression(rule)
  return (user, now) => met(user, now, null)
}

export function compileExpression(node: Expression): Condition {
  switch (node.type) {
    case 'and': {
      const terms = node.terms.map(compileExpression)
      return (user, now, each) => terms.every((met) => met(user, now, each))
    }
    case 'or': {
      const terms = node.terms.map(compileExpression)
      return (user, now, each) => terms.some((met) => met(user, now, each))
    }
    case 'not': {
      const met = compileExpression(node.term)
      return (user, now, each) => !met(user, now, each)
    }
    case 'any':
    case 'all':
      return compileQuantified(node)
    case 'comparison':
      return compileComparison(node)
  }
}

/** All items of an empty collection meet any condition, and none of them meets one. */
function compileQuantified({ type, subject, body }: Quantified): Condition {
  const name = nameAfterUser(subject.name) ?? ''
  if (!isRulePropertyName(name)) throw new Error(`${subject.name} is no property of a rule.`)
  const met = compileExpression(body)
  return type === 'any'
    ? (user, now) => itemsOf(user, name).some((each) => met(user, now, each))
    : (user, now) => itemsOf(user, name).every((each) => met(user, now, each))
}
