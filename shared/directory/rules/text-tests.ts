import { Pattern } from './pattern/pattern.ts'
import type { Operator, Value } from './rule.ts'

/** Whether a text meets a comparison. Capitals do not matter. */
export type TextTest = (text: string) => boolean

const opposites: Partial<Readonly<Record<Operator, Operator>>> = {
  ne: 'eq',
  notStartsWith: 'startsWith',
  notEndsWith: 'endsWith',
  notContains: 'contains',
  notMatch: 'match',
  notIn: 'in',
}

/** The operator that an operator with "not" turns round; undefined for the others. */
export const oppositeOf = (operator: Operator): Operator | undefined => opposites[operator]

/** The test of an operator without "not". */
export function textTest(operator: Operator, value: Value): TextTest {
  if (operator === 'in') return among(value.type === 'list' ? value.items : [])
  const wanted = value.type === 'text' ? value.text : ''
  const small = wanted.toLowerCase()
  switch (operator) {
    case 'eq':
      return (text) => text.toLowerCase() === small
    case 'startsWith':
      return (text) => text.toLowerCase().startsWith(small)
    case 'endsWith':
      return (text) => text.toLowerCase().endsWith(small)
    case 'contains':
      return (text) => text.toLowerCase().includes(small)
    case 'match':
      return matching(wanted)
    default:
      throw new Error(`${operator} does not compare texts.`)
  }
}

function among(items: readonly { readonly text: string }[]): TextTest {
  const wanted = new Set(items.map(({ text }) => text.toLowerCase()))
  return (text) => wanted.has(text.toLowerCase())
}

function matching(text: string): TextTest {
  const pattern = Pattern.read(text)
  if ('rule' in pattern) throw new Error(`“${text}” is no pattern.`)
  return (value) => pattern.test(value)
}
