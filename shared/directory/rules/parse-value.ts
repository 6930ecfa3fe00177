import type { TextValue, Value } from './rule.ts'
import { fail, type TokenReader } from './token-reader.ts'
import { isWord } from './words.ts'

const inDays = /^p(\d{1,6})d$/i

/** What a property is compared with. `operator` is named where a value is missing. */
export function parseValue(reader: TokenReader, operator: string): Value {
  const token = reader.peek()
  if (token.type === '[') return parseList(reader)
  if (token.type === 'text') return parseText(reader)
  if (token.type !== 'word' || token.dashed) return fail(token, 'ruleNeedsValue', { operator })
  reader.take()
  const { start, end } = token
  const at = { start, end }
  switch (token.text.toLowerCase().replace(/^\$/, '')) {
    case 'null':
      return { type: 'null', at }
    case 'true':
      return { type: 'boolean', value: true, at }
    case 'false':
      return { type: 'boolean', value: false, at }
    case 'system.now': {
      const days = parseDays(reader)
      return { type: 'now', days, at: reader.since(at) }
    }
  }
  if (/^\p{N}/u.test(token.text)) return { type: 'moment', text: token.text, at }
  return fail(at, 'ruleNeedsQuotes', { value: token.text })
}

/** How many days after now: `-plus p7d` is 7, `-minus p7d` is -7. */
function parseDays(reader: TokenReader): number {
  const sign = reader.peek()
  const later = isWord(sign, 'plus')
  if (!later && !isWord(sign, 'minus')) return 0
  reader.take()
  const token = reader.peek()
  const days = token.type === 'word' && !token.dashed ? inDays.exec(token.text)?.[1] : undefined
  if (days === undefined) return fail(token, 'ruleNeedsDays')
  reader.take()
  return later ? Number(days) : 0 - Number(days)
}

function parseList(reader: TokenReader): Value {
  const begin = reader.take()
  const items: TextValue[] = []
  do {
    const next = reader.peek()
    if (next.type === ']' && items.length === 0)
      return fail({ start: begin.start, end: next.end }, 'ruleEmptyList')
    if (next.type === 'end') return fail(begin, 'ruleUnclosedList')
    items.push(parseText(reader))
  } while (reader.took(','))
  const closing = reader.peek()
  if (closing.type === 'end') return fail(begin, 'ruleUnclosedList')
  if (closing.type !== ']') return fail(closing, 'ruleListValue')
  reader.take()
  return { type: 'list', items, at: reader.since(begin) }
}

function parseText(reader: TokenReader): TextValue {
  const token = reader.peek()
  if (token.type !== 'text') return fail(token, 'ruleListValue')
  reader.take()
  const { text, start, end } = token
  return { type: 'text', text, at: { start, end } }
}
