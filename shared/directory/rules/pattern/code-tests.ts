import type { CodeTest } from './pattern-node.ts'

const testOf =
  (one: RegExp): CodeTest =>
  (code) =>
    one.test(String.fromCharCode(code))

const not =
  (test: CodeTest): CodeTest =>
  (code) =>
    !test(code)

const digit = testOf(/\p{Nd}/u)
const space = testOf(/\s/)

/** Letters, marks, digits and what joins them, as .NET has it and so Microsoft Entra. */
export const isWordCode: CodeTest = testOf(/[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u)

/** The sets that a backslash and a letter stand for. */
export const namedSets: Readonly<Record<string, CodeTest>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: isWordCode,
  W: not(isWordCode),
}

const newline = 10

export const anyCode: CodeTest = (code) => code !== newline

export const oneOf =
  (tests: readonly CodeTest[], negated: boolean): CodeTest =>
  (code) =>
    tests.some((test) => test(code)) !== negated

/** A range of codes, whatever their capitals. The text that is looked into has none. */
export function between(from: number, to: number): CodeTest {
  const within = (code: number) => from <= code && code <= to
  return (code) => within(code) || within(String.fromCharCode(code).toUpperCase().charCodeAt(0))
}
