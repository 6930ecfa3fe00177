import { type Check, obey, problemOf } from '../fields/property.ts'
import { cleanLine, cleanLines } from '../fields/rules/clean-text.ts'
import { atMost } from '../fields/rules/length.ts'
import { checkMailNickname } from '../fields/rules/mail-nickname.ts'
import type { Problem } from '../text/message.ts'
import { z } from '../zod.ts'
import { type Group, groupKinds, memberships } from './group.ts'
import { readRule } from './rules/read-rule.ts'

/** What a person can say of a group, its owners and members aside. */
export type GroupValues = Pick<
  Group,
  'displayName' | 'description' | 'mailNickname' | 'kind' | 'membership' | 'membershipRule'
>

export type GroupProperty = keyof GroupValues

/** The longest values (Microsoft Graph; the description's is Active Directory's). */
export const groupLimits = { displayName: 256, description: 1024, mailNickname: 64 } as const

const required: Check<string> = (value) => (value === '' ? { rule: 'required' } : undefined)

const line = (...checks: readonly Check<string>[]) =>
  obey(z.string().transform(cleanLine), required, ...checks)

const lines = (check: Check<string>) =>
  obey(
    z
      .string()
      .nullable()
      .transform((value) => cleanLines(value ?? '') || null),
    (value) => (value === null ? undefined : check(value)),
  )

const oneOf = <const C extends string>(choices: readonly C[]) =>
  obey(z.string(), (value) =>
    choices.some((choice) => choice === value)
      ? undefined
      : { rule: 'notAChoice', values: { value } },
  ).transform((value) => value as C)

const checkRule: Check<string> = (text) => readRule(text).faults[0]

const schemas = {
  displayName: line(atMost(groupLimits.displayName)),
  description: lines(atMost(groupLimits.description)),
  mailNickname: line(atMost(groupLimits.mailNickname), checkMailNickname),
  kind: oneOf(groupKinds),
  membership: oneOf(memberships),
  membershipRule: lines(checkRule),
} satisfies Record<GroupProperty, z.ZodType>

export const groupProperties = Object.keys(schemas) as readonly GroupProperty[]

const isGroupProperty = (name: string): name is GroupProperty => Object.hasOwn(schemas, name)

export type GroupProblems = Readonly<Record<string, Problem>>

/** Cleans and checks each value by itself. Unknown names are problems too. */
export function checkGroupValues(raw: Readonly<Record<string, unknown>>): {
  readonly values: Partial<GroupValues>
  readonly problems: GroupProblems
} {
  const values: Record<string, unknown> = {}
  const problems: Record<string, Problem> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (!isGroupProperty(name)) {
      problems[name] = { rule: 'unknownProperty' }
      continue
    }
    const parsed = schemas[name].safeParse(value)
    const [issue] = parsed.error?.issues ?? []
    if (issue) problems[name] = problemOf(issue)
    else values[name] = parsed.data
  }
  return { values: values as Partial<GroupValues>, problems }
}
