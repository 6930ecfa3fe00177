import type { Problem } from '../../text/message.ts'

/** Where something stands in the text of a rule, in UTF-16 code units; `end` is behind its last. */
export type Span = { readonly start: number; readonly end: number }

/** What is wrong with a rule, and where. */
export type RuleFault = Problem & Span

/** The operators that compare a property with a value, as Microsoft Entra writes them. */
export const operators = [
  'eq',
  'ne',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'contains',
  'notContains',
  'match',
  'notMatch',
  'in',
  'notIn',
  'le',
  'ge',
] as const

export type Operator = (typeof operators)[number]

/** A property such as `user.department`, or `_` for an item of a collection. */
export type Subject = { readonly name: string; readonly at: Span }

export type TextValue = { readonly type: 'text'; readonly text: string; readonly at: Span }

export type Value =
  | TextValue
  | { readonly type: 'null'; readonly at: Span }
  | { readonly type: 'boolean'; readonly value: boolean; readonly at: Span }
  | { readonly type: 'list'; readonly items: readonly TextValue[]; readonly at: Span }
  /** A date or a moment that stands without quotes. */
  | { readonly type: 'moment'; readonly text: string; readonly at: Span }
  /** `system.now`, so many days later; earlier when `days` is negative. */
  | { readonly type: 'now'; readonly days: number; readonly at: Span }

export type Comparison = {
  readonly type: 'comparison'
  readonly subject: Subject
  readonly operator: Operator
  /** Where the operator stands. */
  readonly operatorAt: Span
  readonly value: Value
  readonly at: Span
}

/** A condition on the items of a collection, any or all of which must meet it. */
export type Quantified = {
  readonly type: 'any' | 'all'
  readonly subject: Subject
  readonly body: Expression
  readonly at: Span
}

export type Expression =
  | { readonly type: 'and' | 'or'; readonly terms: readonly Expression[]; readonly at: Span }
  | { readonly type: 'not'; readonly term: Expression; readonly at: Span }
  | Quantified
  | Comparison

/** Everybody whose manager is one person. It stands alone. */
export type DirectReports = {
  readonly type: 'directReports'
  readonly manager: TextValue
  readonly at: Span
}

/** What decides who is in a dynamic group. */
export type MembershipRule = Expression | DirectReports

/** The longest rule, in UTF-16 code units (Microsoft Entra). */
export const longestRule = 3072
