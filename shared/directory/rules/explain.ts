import { compileExpression } from './compile.ts'
import type { Comparison, DirectReports, Expression, MembershipRule, Quantified } from './rule.ts'
import {
  isRulePropertyName,
  item,
  itemsOf,
  nameAfterUser,
  type RuleUser,
  rulePropertyOf,
  textOf,
} from './rule-properties.ts'

/** Why a rule takes a user in or not: each part of it with its result. */
export type Explanation = {
  readonly node: Expression | DirectReports
  readonly met: boolean
  /** What a comparison found: a text, the items of a collection, or null when there is no value. */
  readonly found?: string | readonly string[] | null
  /** The parts of a condition made of others. */
  readonly parts: readonly Explanation[]
  /** The items of a collection that -any or -all asked. */
  readonly items?: readonly ExplainedItem[]
}

export type ExplainedItem = { readonly text: string; readonly explanation: Explanation }

/** Evaluates every part of a rule that was checked, also those that no longer decide anything. */
export function explain(rule: MembershipRule, user: RuleUser, now: number): Explanation {
  if (rule.type !== 'directReports') return explainNode(rule, user, now, null)
  const met = user.managerId?.toLowerCase() === rule.manager.text.toLowerCase()
  return { node: rule, met, found: user.managerId, parts: [] }
}

function explainNode(
  node: Expression,
  user: RuleUser,
  now: number,
  each: string | null,
): Explanation {
  const met = compileExpression(node)(user, now, each)
  switch (node.type) {
    case 'and':
    case 'or':
      return { node, met, parts: node.terms.map((term) => explainNode(term, user, now, each)) }
    case 'not':
      return { node, met, parts: [explainNode(node.term, user, now, each)] }
    case 'any':
    case 'all':
      return { node, met, parts: [], items: explainItems(node, user, now) }
    case 'comparison':
      return { node, met, parts: [], found: foundBy(node, user, each) }
  }
}

const explainItems = ({ subject, body }: Quantified, user: RuleUser, now: number) =>
  itemsNamed(subject.name, user).map((text) => ({
    text,
    explanation: explainNode(body, user, now, text),
  }))

function foundBy({ subject }: Comparison, user: RuleUser, each: string | null) {
  if (subject.name === item) return each
  const name = nameAfterUser(subject.name) ?? ''
  if (!isRulePropertyName(name)) return null
  return rulePropertyOf(name).type === 'collection' ? itemsOf(user, name) : textOf(user, name)
}

function itemsNamed(subject: string, user: RuleUser): readonly string[] {
  const name = nameAfterUser(subject) ?? ''
  return isRulePropertyName(name) ? itemsOf(user, name) : []
}
