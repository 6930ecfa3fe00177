import { anyCode } from './code-tests.ts'
import { parseEscape, testOfCharacter } from './escape.ts'
import { parseSet } from './parse-set.ts'
import type { CodeTest, Edge, PatternNode } from './pattern-node.ts'
import { failPattern, PatternReader } from './pattern-reader.ts'

/** How deep groups may stand in each other. */
const deepest = 20

const counted = /\{(\d{1,4})(,(\d{1,4})?)?\}/y

/** Reads a regular expression. Throws `PatternFaultFound` for what is wrong or not supported. */
export function parsePattern(pattern: string): PatternNode {
  const reader = new PatternReader(pattern)
  const node = parseChoice(reader, 0)
  if (reader.next === ')') return failPattern('patternUnopened')
  return node
}

function parseChoice(reader: PatternReader, depth: number): PatternNode {
  if (depth > deepest) return failPattern('patternTooLarge')
  const parts = [parseSequence(reader, depth)]
  while (reader.took('|')) parts.push(parseSequence(reader, depth))
  return { type: 'choice', parts }
}

function parseSequence(reader: PatternReader, depth: number): PatternNode {
  const parts: PatternNode[] = []
  while (reader.next !== '' && reader.next !== '|' && reader.next !== ')')
    parts.push(parseRepeated(reader, depth))
  return { type: 'sequence', parts }
}

function parseRepeated(reader: PatternReader, depth: number): PatternNode {
  const part = parseSingle(reader, depth)
  const times = parseTimes(reader)
  if (!times) return part
  if (part.type === 'edge') return failPattern('patternNothingToRepeat')
  // Whether it takes as few or as many as it can makes no difference to whether there is a match.
  reader.took('?')
  if (/[*+?]/.test(reader.next)) return failPattern('patternUnsupported', { part: reader.next })
  return { type: 'repeat', part, ...times }
}

type Times = { readonly least: number; readonly most: number | null }

function parseTimes(reader: PatternReader): Times | null {
  if (reader.took('*')) return { least: 0, most: null }
  if (reader.took('+')) return { least: 1, most: null }
  if (reader.took('?')) return { least: 0, most: 1 }
  const found = reader.match(counted)
  if (!found) return null
  const [, from = '', open, to] = found
  const least = Number(from)
  const most = open === undefined ? least : to === undefined ? null : Number(to)
  if (most !== null && most < least) return failPattern('patternRange', { range: found[0] })
  return { least, most }
}

function parseSingle(reader: PatternReader, depth: number): PatternNode {
  const character = reader.take()
  switch (character) {
    case '.':
      return codeNode(anyCode)
    case '^':
      return edgeNode('start')
    case '$':
      return edgeNode('end')
    case '[':
      return codeNode(parseSet(reader))
    case '(':
      return parseGroup(reader, depth)
    case '\\':
      return parseBackslash(reader)
    case '*':
    case '+':
    case '?':
      return failPattern('patternNothingToRepeat')
    default:
      return literal(character)
  }
}

function parseGroup(reader: PatternReader, depth: number): PatternNode {
  if (!reader.took('?:') && reader.next === '?')
    return failPattern('patternUnsupported', { part: '(?' })
  const inside = parseChoice(reader, depth + 1)
  if (!reader.took(')')) return failPattern('patternUnclosed', { opening: '(' })
  return inside
}

function parseBackslash(reader: PatternReader): PatternNode {
  if (reader.took('b')) return edgeNode('word')
  if (reader.took('B')) return edgeNode('notWord')
  const escaped = parseEscape(reader)
  return typeof escaped === 'string' ? literal(escaped) : codeNode(escaped)
}

const codeNode = (is: CodeTest): PatternNode => ({ type: 'code', is })
const edgeNode = (edge: Edge): PatternNode => ({ type: 'edge', edge })

/** A character that stands for itself; in small letters it may be more than one code unit. */
function literal(character: string): PatternNode {
  const codes = character.toLowerCase().split('')
  const parts = codes.map((code) => codeNode(testOfCharacter(code)))
  const [only] = parts
  return only && parts.length === 1 ? only : { type: 'sequence', parts }
}
