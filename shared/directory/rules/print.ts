import type { Expression, MembershipRule, Value } from './rule.ts'
import { dashed } from './words.ts'

/** A rule in the one form that Roster writes. Reading it again gives the same rule. */
export function print(rule: MembershipRule): string {
  switch (rule.type) {
    case 'directReports':
      return `Direct Reports for ${quoted(rule.manager.text)}`
    case 'and':
    case 'or':
      return rule.terms.map(asTerm).join(` ${dashed(rule.type)} `)
    case 'not':
      return `${dashed('not')} (${print(rule.term)})`
    case 'any':
    case 'all':
      return `${rule.subject.name} ${dashed(rule.type)} (${print(rule.body)})`
    case 'comparison':
      return `${rule.subject.name} ${dashed(rule.operator)} ${printValue(rule.value)}`
  }
}

const asTerm = (term: Expression): string =>
  term.type === 'and' || term.type === 'or' ? `(${print(term)})` : print(term)

/** A value as a rule holds it. */
export function printValue(value: Value): string {
  switch (value.type) {
    case 'null':
      return 'null'
    case 'boolean':
      return String(value.value)
    case 'text':
      return quoted(value.text)
    case 'list':
      return `[${value.items.map(({ text }) => quoted(text)).join(', ')}]`
    case 'moment':
      return value.text
    case 'now':
      return value.days === 0 ? 'system.now' : `system.now ${printDays(value.days)}`
  }
}

const printDays = (days: number) => `${dashed(days > 0 ? 'plus' : 'minus')} p${Math.abs(days)}d`

const quoted = (text: string) => `"${text.replace(/["`]/g, '`$&')}"`
