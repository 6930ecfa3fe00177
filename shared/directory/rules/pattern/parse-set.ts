import { between, oneOf } from './code-tests.ts'
import { parseEscape, testOfCharacter } from './escape.ts'
import type { CodeTest } from './pattern-node.ts'
import { failPattern, type PatternReader } from './pattern-reader.ts'

/** A set of characters, behind its opening bracket. */
export function parseSet(reader: PatternReader): CodeTest {
  const negated = reader.took('^')
  const tests: CodeTest[] = []
  for (let first = true; first || reader.next !== ']'; first = false) {
    if (reader.next === '') return failPattern('patternUnclosed', { opening: '[' })
    tests.push(parseItem(reader))
  }
  reader.take()
  return oneOf(tests, negated)
}

function parseItem(reader: PatternReader): CodeTest {
  const from = parseMember(reader)
  if (typeof from !== 'string') return from
  const begin = reader.next
  if (!reader.took('-')) return testOfCharacter(from)
  // A hyphen before the end of the set stands for itself.
  if (reader.next === ']') return oneOf([testOfCharacter(from), testOfCharacter(begin)], false)
  const to = parseMember(reader)
  if (typeof to !== 'string' || to.length > 1 || from.length > 1 || to < from)
    return failPattern('patternRange', { range: `${from}-${typeof to === 'string' ? to : ''}` })
  return between(from.charCodeAt(0), to.charCodeAt(0))
}

function parseMember(reader: PatternReader): CodeTest | string {
  if (reader.took('\\')) return parseEscape(reader)
  // .NET would take one set from another here.
  if (reader.next === '[') return failPattern('patternUnsupported', { part: '[…[' })
  return reader.take()
}
