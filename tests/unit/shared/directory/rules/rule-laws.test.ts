import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../../../shared/directory/rules/compile.ts'
import { type Explanation, explain } from '../../../../../shared/directory/rules/explain.ts'
import { parse } from '../../../../../shared/directory/rules/parse.ts'
import { print } from '../../../../../shared/directory/rules/print.ts'
import { readRule } from '../../../../../shared/directory/rules/read-rule.ts'
import { readsOf } from '../../../../../shared/directory/rules/reads-of.ts'
import { longestRule, type MembershipRule } from '../../../../../shared/directory/rules/rule.ts'
import { randomRule, randomUser } from '../../../../support/random-rules.ts'

const now = new Date('2026-01-05T09:30:00Z')
const written = randomRule.filter(({ text }) => text.length <= longestRule)

function ruleOf(text: string): MembershipRule {
  const { rule, faults } = readRule(text)
  if (!rule) throw new Error(`${text}: ${JSON.stringify(faults)}`)
  return rule
}

/** A rule without the places in its text. */
const placeless = (rule: unknown) =>
  JSON.parse(
    JSON.stringify(rule, (key, value) => (/^(at|operatorAt)$/.test(key) ? undefined : value)),
  )

/** What an explanation comes to when only the comparisons at its ends are believed. */
function judged({ node, met, parts, items }: Explanation): boolean {
  switch (node.type) {
    case 'and':
      return parts.every(judged)
    case 'or':
      return parts.some(judged)
    case 'not':
      return !parts.some(judged)
    case 'any':
      return items?.some(({ explanation }) => judged(explanation)) ?? false
    case 'all':
      return items?.every(({ explanation }) => judged(explanation)) ?? false
    default:
      return met
  }
}

describe('any rule', () => {
  it('takes in whom a second reading of the language takes in', () => {
    fc.assert(
      fc.property(written, randomUser, (rule, user) => {
        expect(compile(ruleOf(rule.text))(user, now.getTime())).toBe(rule.meets(user, now, ''))
      }),
      { numRuns: 10_000 },
    )
  })

  it('is the same rule when it is printed and read again', () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        const rule = ruleOf(text)
        const again = parse(print(rule))
        expect(placeless(again)).toEqual(placeless(rule))
        expect(print(again as MembershipRule)).toBe(print(rule))
      }),
    )
  })

  it('is explained as it is decided', () => {
    fc.assert(
      fc.property(written, randomUser, ({ text }, user) => {
        const rule = ruleOf(text)
        const explanation = explain(rule, user, now.getTime())
        expect(explanation.met).toBe(compile(rule)(user, now.getTime()))
        expect(judged(explanation)).toBe(explanation.met)
      }),
    )
  })

  it('answers the same when only what it does not read is different', () => {
    fc.assert(
      fc.property(written, randomUser, randomUser, ({ text }, user, other) => {
        const rule = ruleOf(text)
        const read = [...readsOf(rule).properties].map((name) => [name, user[name]])
        const alike = { ...other, ...Object.fromEntries(read) }
        const matches = compile(rule)
        expect(matches(alike, now.getTime())).toBe(matches(user, now.getTime()))
      }),
    )
  })

  it('says where every part of it stands', () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        const visit = (node: unknown): void => {
          if (typeof node !== 'object' || node === null) return
          if ('at' in node && 'name' in node) {
            const { start, end } = node.at as { start: number; end: number }
            expect(text.slice(start, end)).toBe(node.name)
          }
          for (const part of Object.values(node)) visit(part)
        }
        visit(ruleOf(text))
      }),
    )
  })
})

describe('any text', () => {
  it('is a rule, or has a fault within it, and never throws', () => {
    const noise = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'user.department',
            '-eq',
            '"Sales"',
            '(',
            ')',
            '[',
            ']',
            ',',
            '-not',
            '_',
          ),
          fc.constantFrom(
            '-and',
            '-or',
            '-any',
            'null',
            'system.now',
            '-plus',
            'p1d',
            '"',
            "'",
            '`',
          ),
          fc.string({ maxLength: 4 }),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(noise, (text) => {
        const { rule, faults } = readRule(text)
        expect(faults.length > 0).toBe(rule === null)
        for (const { start, end } of faults) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('does not exhaust the stack, however deep it goes', () => {
    const deep = ['('.repeat(longestRule), '-not '.repeat(600), 'user.otherMails -any '.repeat(140)]
    for (const text of deep) expect(readRule(text).rule).toBeNull()
  })
})
