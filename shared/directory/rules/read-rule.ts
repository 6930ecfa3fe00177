import { check } from './check.ts'
import { parse } from './parse.ts'
import type { MembershipRule, RuleFault } from './rule.ts'

/** A rule that can be evaluated, or what is wrong with the text. */
export type RuleReading =
  | { readonly rule: MembershipRule; readonly faults: readonly [] }
  | { readonly rule: null; readonly faults: readonly RuleFault[] }

/** Reads the text of a rule and checks it. */
export function readRule(text: string): RuleReading {
  const parsed = parse(text)
  if ('rule' in parsed) return { rule: null, faults: [parsed] }
  const faults = check(parsed)
  return faults.length === 0 ? { rule: parsed, faults: [] } : { rule: null, faults }
}
