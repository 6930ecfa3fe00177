import type { Problem } from '../../text/message.ts'
import { momentOf } from './moment.ts'
import { Pattern } from './pattern/pattern.ts'
import { printValue } from './print.ts'
import type { Operator, Value } from './rule.ts'
import type { PropertyType } from './rule-properties.ts'
import { dashed } from './words.ts'

/** What is wrong with the value that a property of this type is compared with. */
export function checkValue(
  type: PropertyType,
  operator: Operator,
  value: Value,
): Problem | undefined {
  if (value.type === 'null')
    return operator === 'eq' || operator === 'ne'
      ? undefined
      : { rule: 'ruleNullOperator', values: { operator: dashed(operator) } }
  switch (type) {
    case 'boolean':
      return value.type === 'boolean' ? undefined : { rule: 'ruleNeedsBoolean' }
    case 'day':
      return checkDayValue(operator, value)
    case 'text':
    case 'collection':
      return checkTextValue(operator, value)
  }
}

function checkDayValue(operator: Operator, value: Value): Problem | undefined {
  if (value.type === 'now')
    return operator === 'le' || operator === 'ge' ? undefined : { rule: 'ruleNowOperator' }
  const written = value.type === 'text' || value.type === 'moment'
  return written && momentOf(value.text) !== null
    ? undefined
    : { rule: 'ruleNeedsDay', values: { value: printValue(value) } }
}

function checkTextValue(operator: Operator, value: Value): Problem | undefined {
  if (operator === 'in' || operator === 'notIn')
    return value.type === 'list'
      ? undefined
      : { rule: 'ruleNeedsList', values: { operator: dashed(operator), value: printValue(value) } }
  if (value.type === 'list') return { rule: 'ruleNeedsIn', values: { operator: dashed(operator) } }
  if (value.type !== 'text')
    return { rule: 'ruleNeedsQuotes', values: { value: printValue(value) } }
  if (operator !== 'match' && operator !== 'notMatch') return undefined
  const pattern = Pattern.read(value.text)
  return 'rule' in pattern ? pattern : undefined
}
