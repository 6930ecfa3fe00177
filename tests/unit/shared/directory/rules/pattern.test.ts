import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pattern } from '../../../../../shared/directory/rules/pattern/pattern.ts'

function patternOf(text: string): Pattern {
  const pattern = Pattern.read(text)
  if ('rule' in pattern) throw new Error(`${text}: ${pattern.rule}`)
  return pattern
}

const problemOf = (text: string) => {
  const pattern = Pattern.read(text)
  return 'rule' in pattern ? pattern.rule : null
}

/** Patterns in which Roster and JavaScript agree, over letters that have capitals. */
const pattern = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'B', 'ab', '.', '\\d', '\\w', '\\s', '\\S', '[ab]', '[^a1]', '[a-c-]'),
    fc.constantFrom('^', '$', '\\b', '\\B', '', '\\.', '\\x41', '\\u0042', '-', '[\\d_]', '[\\W]'),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('')),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('|')),
    fc
      .tuple(
        tie('pattern'),
        fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?'),
        fc.constantFrom('(', '(?:'),
      )
      .map(([part, times, open]) => `${open}${part})${times}`),
  ),
})).pattern

describe('a pattern', () => {
  it('is found where JavaScript finds it', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'B', '1', ' ', '.', '-'), { maxLength: 8 })
    fc.assert(
      fc.property(pattern, text, (written, letters) => {
        const value = letters.join('')
        expect(patternOf(written).test(value)).toBe(new RegExp(written, 'i').test(value))
      }),
      { numRuns: 5000 },
    )
  })

  it('takes time in proportion to the text where others go back forever', () => {
    const text = `${'a'.repeat(1000)}!`
    for (const written of ['^(a+)+$', '(a|a)*b', '(a*)*b', '^(([a-z])+.)+[A-Z]([a-z])+$'])
      expect(patternOf(written).test(text)).toBe(false)
  })

  it('knows no capitals', () => {
    expect(patternOf('^DA.*').test('david')).toBe(true)
    expect(patternOf('^da.*').test('DAVID')).toBe(true)
    expect(patternOf('[A-C]').test('b')).toBe(true)
    expect(patternOf('[^A-C]').test('b')).toBe(false)
    expect(patternOf('Ä').test('ärger')).toBe(true)
  })

  it('counts letters and digits of every script as parts of words', () => {
    expect(patternOf('^\\w+$').test('Łukasz')).toBe(true)
    expect(patternOf('^\\d$').test('٣')).toBe(true)
    expect(patternOf('\\bøst').test('Trøndelag øst')).toBe(true)
  })

  it('finds characters beyond the first 65,536', () => {
    expect(patternOf('^😀+$').test('😀😀')).toBe(true)
    expect(patternOf('😀$').test('😁')).toBe(false)
  })

  it.each([
    ['(a)\\1', 'patternUnsupported'],
    ['(?=a)', 'patternUnsupported'],
    ['(?<name>a)', 'patternUnsupported'],
    ['(?i)a', 'patternUnsupported'],
    ['\\p{L}', 'patternUnsupported'],
    ['a++', 'patternUnsupported'],
    ['[a-z-[m]]', 'patternUnsupported'],
    ['[😀]', 'patternUnsupported'],
    ['(a', 'patternUnclosed'],
    ['[a', 'patternUnclosed'],
    ['a)', 'patternUnopened'],
    ['[z-a]', 'patternRange'],
    ['a{3,1}', 'patternRange'],
    ['*a', 'patternNothingToRepeat'],
    ['^*', 'patternNothingToRepeat'],
    ['a|+', 'patternNothingToRepeat'],
    ['a\\', 'patternEndsInBackslash'],
    ['(a{100}){100}', 'patternTooLarge'],
    ['('.repeat(30), 'patternTooLarge'],
  ])('%s is refused: %s', (written, rule) => {
    expect(problemOf(written)).toBe(rule)
  })

  it('repeats nothing only once, however often it is told to', () => {
    const written = `${'('.repeat(12)}${'){9999}'.repeat(12)}`
    expect(patternOf(written).test('')).toBe(true)
  })

  it('takes brackets and braces for themselves where they open nothing', () => {
    expect(patternOf('a]').test('a]')).toBe(true)
    expect(patternOf('a{').test('a{')).toBe(true)
    expect(patternOf('[]a]').test(']')).toBe(true)
    expect(patternOf('[a-]').test('-')).toBe(true)
  })
})
