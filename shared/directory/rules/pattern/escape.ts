import { between, namedSets } from './code-tests.ts'
import type { CodeTest } from './pattern-node.ts'
import { failPattern, type PatternReader } from './pattern-reader.ts'

const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' }
const hexadecimal = /x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})/y

/** What follows a backslash: a set such as \d, or one character that stands for itself. */
export function parseEscape(reader: PatternReader): CodeTest | string {
  const named = namedSets[reader.next]
  if (named) {
    reader.take()
    return named
  }
  const coded = reader.match(hexadecimal)
  if (coded) return String.fromCharCode(Number.parseInt(coded[1] ?? coded[2] ?? '', 16))
  const character = reader.take()
  const control = controls[character]
  if (control !== undefined) return control
  if (character === '') return failPattern('patternEndsInBackslash')
  // Letters and digits have meanings elsewhere that would need going back, or are mistakes.
  if (/[\p{L}\p{N}]/u.test(character))
    return failPattern('patternUnsupported', { part: `\\${character}` })
  return character
}

/** The test for one character that stands for itself in a set. */
export function testOfCharacter(character: string): CodeTest {
  if (character.length > 1) return failPattern('patternUnsupported', { part: `[${character}]` })
  const code = character.charCodeAt(0)
  return between(code, code)
}
