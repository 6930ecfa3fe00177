import { checkValue } from './check-value.ts'
import { fittingOperators } from './fitting-operators.ts'
import type { Comparison, Expression, MembershipRule, RuleFault, Subject } from './rule.ts'
import {
  isKeptElsewhere,
  isRulePropertyName,
  item,
  nameAfterUser,
  type PropertyType,
  prefix,
  propertyMeantBy,
  rulePropertyOf,
} from './rule-properties.ts'
import { dashed } from './words.ts'

const objectId = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** Everything that is wrong with a rule that could be read, from its beginning to its end. */
export function check(rule: MembershipRule): readonly RuleFault[] {
  if (rule.type !== 'directReports') return checkExpression(rule, false)
  const { text, at } = rule.manager
  return objectId.test(text) ? [] : [{ rule: 'notAnObjectId', values: { value: text }, ...at }]
}

function checkExpression(node: Expression, inside: boolean): readonly RuleFault[] {
  switch (node.type) {
    case 'and':
    case 'or':
      return node.terms.flatMap((term) => checkExpression(term, inside))
    case 'not':
      return checkExpression(node.term, inside)
    case 'any':
    case 'all':
      return [...checkCollection(node.subject, inside), ...checkExpression(node.body, true)]
    case 'comparison':
      return checkComparison(node, inside)
  }
}

function checkCollection(subject: Subject, inside: boolean): readonly RuleFault[] {
  const type = typeOf(subject, inside)
  if (typeof type !== 'string') return [type]
  if (type === 'collection') return []
  return [{ rule: 'ruleNotACollection', values: { property: subject.name }, ...subject.at }]
}

function checkComparison(comparison: Comparison, inside: boolean): readonly RuleFault[] {
  const { subject, operator, operatorAt, value } = comparison
  const type = typeOf(subject, inside)
  if (typeof type !== 'string') return [type]
  const fitting = fittingOperators[type]
  if (!fitting.includes(operator)) {
    const values = {
      operator: dashed(operator),
      property: subject.name,
      operators: fitting.map(dashed).join(' '),
    }
    return [{ rule: 'ruleOperatorDoesNotFit', values, ...operatorAt }]
  }
  const problem = checkValue(type, operator, value)
  return problem ? [{ ...problem, ...value.at }] : []
}

/** What a subject holds, or why it cannot stand where it does. */
function typeOf({ name, at }: Subject, inside: boolean): PropertyType | RuleFault {
  if (name === item) return inside ? 'text' : { rule: 'ruleItemOutside', ...at }
  const property = nameAfterUser(name) ?? ''
  if (isRulePropertyName(property))
    return inside
      ? { rule: 'rulePropertyInside', values: { property: name }, ...at }
      : rulePropertyOf(property).type
  if (/^device\./i.test(name)) return { rule: 'ruleNoDevices', ...at }
  if (isKeptElsewhere(property))
    return { rule: 'ruleKeptElsewhere', values: { property: name }, ...at }
  const meant = propertyMeantBy(name.slice(name.indexOf('.') + 1))
  return meant
    ? {
        rule: 'ruleMisspeltProperty',
        values: { property: name, meant: `${prefix}${meant}` },
        ...at,
      }
    : { rule: 'ruleUnknownProperty', values: { property: name }, ...at }
}
