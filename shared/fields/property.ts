import type { Problem } from '../text/message.ts'
import type { z } from '../zod.ts'

/** The parts of a profile that hold properties, in the order of the page. The photo is no property. */
export const sections = [
  'identity',
  'jobInformation',
  'settings',
  'contactInformation',
  'authenticationContactInfo',
] as const

export type Section = (typeof sections)[number]

/** How a property is shown and edited. */
export type Editor =
  | 'text'
  | 'multiline'
  | 'user-name'
  | 'choice'
  | 'language'
  | 'country'
  | 'date'
  | 'phone'
  | 'phones'
  | 'email'
  | 'emails'
  | 'proxy-addresses'
  | 'switch'
  | 'user'
  | 'authentication-phone'
  | 'authentication-email'

/**
 * One property of a user. `schema` is its only rule: it takes what a person or a file gives, cleans it
 * and answers the stored value, or issues that `problemOf` turns into a `Problem`.
 */
export type Property<Schema extends z.ZodType = z.ZodType> = {
  readonly section: Section
  readonly editor: Editor
  readonly schema: Schema
  /** Has a value from the start and can never be left empty. */
  readonly required?: true
  /** May be empty at first, but not again once it is set. */
  readonly keepsValue?: true
  readonly choices?: readonly string[]
  /** Longest value in UTF-16 code units, as Graph and Active Directory count. */
  readonly limit?: number
  /** Other words that name this property in a search such as `dept:sales`. */
  readonly aliases?: readonly string[]
}

/** A rule of one value: what is wrong with it, or undefined. */
export type Check<T> = (value: T) => Problem | undefined

/** Reports the first of the checks that fails. */
export function obey<Schema extends z.ZodType<unknown, unknown>>(
  schema: Schema,
  ...checks: readonly Check<z.output<Schema>>[]
) {
  return schema.superRefine((value, context) => {
    for (const check of checks) {
      const problem = check(value as z.output<Schema>)
      if (problem) return context.addIssue({ code: 'custom', params: { problem } })
    }
  })
}

/** The problem an issue stands for. Issues of zod's own are values of a wrong shape. */
export function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'custom' && issue.params?.problem) return issue.params.problem as Problem
  return { rule: issue.code === 'unrecognized_keys' ? 'unknownProperty' : 'wrongType' }
}
