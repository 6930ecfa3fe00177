import { lex } from './lex.ts'
import { parseValue } from './parse-value.ts'
import {
  type Expression,
  longestRule,
  type MembershipRule,
  operators,
  type RuleFault,
  type Subject,
} from './rule.ts'
import { fail, RuleFaultFound, TokenReader } from './token-reader.ts'
import { dashed, isWord, operatorNamed } from './words.ts'

/** How deep parentheses may stand in each other. */
const deepest = 50

/**
 * Reads the text of a rule, or answers the first thing that keeps it from being one. Whether properties
 * exist and operators fit them is another question: see `check.ts`.
 */
export function parse(text: string): MembershipRule | RuleFault {
  if (text.length > longestRule) {
    const values = { limit: longestRule, length: text.length, excess: text.length - longestRule }
    return { rule: 'ruleTooLong', values, start: longestRule, end: text.length }
  }
  const tokens = lex(text)
  if ('rule' in tokens) return tokens
  const reader = new TokenReader(tokens)
  try {
    return parseRule(reader)
  } catch (error) {
    if (error instanceof RuleFaultFound) return error.fault
    throw error
  }
}

function parseRule(reader: TokenReader): MembershipRule {
  if (reader.peek().type === 'end') return fail(reader.peek(), 'ruleEmpty')
  const rule = isWord(reader.peek(), 'direct') ? parseDirectReports(reader) : parseOr(reader, 0)
  const rest = reader.peek()
  if (rest.type === ')') return fail(rest, 'ruleExtraParenthesis')
  if (rest.type !== 'end')
    return fail(rest, rule.type === 'directReports' ? 'ruleStandsAlone' : 'ruleNeedsJoin')
  return rule
}

/** `Direct Reports for "<object ID>"` */
function parseDirectReports(reader: TokenReader): MembershipRule {
  const begin = reader.take()
  for (const word of ['reports', 'for']) {
    if (!isWord(reader.peek(), word)) return fail(reader.since(begin), 'ruleNeedsManager')
    reader.take()
  }
  const manager = reader.peek()
  if (manager.type !== 'text') return fail(manager, 'ruleNeedsManager')
  reader.take()
  const { text, start, end } = manager
  const at = reader.since(begin)
  return { type: 'directReports', manager: { type: 'text', text, at: { start, end } }, at }
}

const parseOr = (reader: TokenReader, depth: number): Expression =>
  parseJoined(reader, 'or', () => parseJoined(reader, 'and', () => parseNot(reader, depth)))

function parseJoined(
  reader: TokenReader,
  type: 'and' | 'or',
  parseTerm: () => Expression,
): Expression {
  const begin = reader.peek()
  const terms = [parseTerm()]
  while (isWord(reader.peek(), type)) {
    reader.take()
    terms.push(parseTerm())
  }
  const [only] = terms
  return only && terms.length === 1 ? only : { type, terms, at: reader.since(begin) }
}

function parseNot(reader: TokenReader, depth: number): Expression {
  const begin = reader.peek()
  if (depth > deepest) return fail(begin, 'ruleTooDeep', { limit: deepest })
  if (!isWord(begin, 'not')) return parseSingle(reader, depth)
  reader.take()
  const term = parseNot(reader, depth + 1)
  return { type: 'not', term, at: reader.since(begin) }
}

function parseSingle(reader: TokenReader, depth: number): Expression {
  const begin = reader.peek()
  if (begin.type === '(') return parseParenthesis(reader, depth)
  const subject = parseSubject(reader)
  const next = reader.peek()
  const operator = operatorNamed(next)
  if (operator) {
    const { start, end } = reader.take()
    const value = parseValue(reader, dashed(operator))
    const operatorAt = { start, end }
    return { type: 'comparison', subject, operator, operatorAt, value, at: reader.since(begin) }
  }
  for (const type of ['any', 'all'] as const) {
    if (!isWord(next, type)) continue
    reader.take()
    const body = parseBody(reader, depth)
    return { type, subject, body, at: reader.since(begin) }
  }
  const missing = next.type !== 'word' || isWord(next, 'and') || isWord(next, 'or')
  if (missing) return fail(next, 'ruleNeedsOperator', { property: subject.name })
  return fail(next, 'ruleUnknownOperator', {
    operator: next.dashed ? dashed(next.text) : next.text,
    operators: [...operators, 'any', 'all'].map(dashed).join(' '),
  })
}

/**
 * What the items of a collection are asked. Behind parentheses the rule goes on outside; without them the
 * condition reaches as far as it can, because -any and -all bind least.
 */
const parseBody = (reader: TokenReader, depth: number): Expression =>
  reader.peek().type === '(' ? parseParenthesis(reader, depth) : parseOr(reader, depth + 1)

function parseParenthesis(reader: TokenReader, depth: number): Expression {
  const begin = reader.take()
  const inside = parseOr(reader, depth + 1)
  const closing = reader.peek()
  if (closing.type === 'end') return fail(begin, 'ruleUnclosedParenthesis')
  if (closing.type !== ')') return fail(closing, 'ruleNeedsJoin')
  reader.take()
  return inside
}

function parseSubject(reader: TokenReader): Subject {
  const token = reader.peek()
  const isName = token.type === 'word' && !token.dashed && !/^\p{N}/u.test(token.text)
  if (!isName || operatorNamed(token) || isWord(token, 'and') || isWord(token, 'or'))
    return fail(token, 'ruleNeedsProperty')
  reader.take()
  const { text, start, end } = token
  return { name: text, at: { start, end } }
}
