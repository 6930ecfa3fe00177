import type { Problem } from '../text/message.ts'
import { z } from '../zod.ts'
import {
  catalogue,
  isPropertyName,
  type PropertyName,
  propertyNames,
  type UserValues,
} from './catalogue.ts'
import { problemOf } from './property.ts'

/** Values as a form or a file gives them, property by property; null clears. */
export type RawValues = Readonly<Record<string, unknown>>

export type Problems = Readonly<Partial<Record<PropertyName, Problem>>>

/** The value a property has when nobody gave it one. */
export const emptyValues = Object.fromEntries(
  propertyNames.map((name) => [name, emptyValueOf(name)]),
) as unknown as UserValues

function emptyValueOf(name: PropertyName): unknown {
  if (name === 'accountEnabled') return true
  if (name === 'userType') return 'Member'
  if (name === 'displayName' || name === 'userPrincipalName' || name === 'mailNickname') return ''
  return catalogue[name].schema.safeParse([]).success ? [] : null
}

export const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** Whether two stored values of one property are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => value === other[index])
  return one === other
}

type Checked = { readonly value: unknown } | { readonly problem: Problem }

export type CheckValue = (name: PropertyName, raw: unknown) => Checked

/** One property's value cleaned and checked against its rule in the catalogue. */
export const checkValue: CheckValue = (name, raw) => {
  const property = catalogue[name]
  const cleared = raw === null && Array.isArray(emptyValues[name]) ? [] : raw
  if ('required' in property && isEmpty(cleared)) return { problem: { rule: 'required' } }
  const parsed = property.schema.safeParse(cleared)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  return { problem: issue ? problemOf(issue) : { rule: 'wrongType' } }
}

const mostRemembered = 1000

/** Checks each text once: in a file, departments and cities repeat in row after row. */
export function rememberingChecks(): CheckValue {
  const remembered = new Map<PropertyName, Map<string, Checked>>()
  return (name, raw) => {
    if (typeof raw !== 'string') return checkValue(name, raw)
    const texts = remembered.get(name) ?? new Map<string, Checked>()
    remembered.set(name, texts)
    const known = texts.get(raw)
    if (known) return known
    const checked = checkValue(name, raw)
    if (texts.size < mostRemembered) texts.set(raw, checked)
    return checked
  }
}

/**
 * Checks each value by itself. Rules that need the rest of the user or the directory are the user
 * service's. Unknown names are problems too, so that nothing given is dropped in silence.
 */
export function checkValues(
  raw: RawValues,
  check = checkValue,
): {
  readonly values: Partial<UserValues>
  readonly problems: Readonly<Record<string, Problem>>
} {
  const values: Record<string, unknown> = {}
  const problems: Record<string, Problem> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (!isPropertyName(name)) {
      problems[name] = { rule: 'unknownProperty' }
      continue
    }
    const checked = check(name, value)
    if ('problem' in checked) problems[name] = checked.problem
    else values[name] = checked.value
  }
  return { values: values as Partial<UserValues>, problems }
}

/** The schema of a full set of stored values, for reading what was written before. */
export const storedValues = z.object(
  Object.fromEntries(propertyNames.map((name) => [name, storedSchema(name)])),
)

function storedSchema(name: PropertyName): z.ZodType {
  const empty = emptyValues[name]
  if (Array.isArray(empty)) return z.array(z.string()).default([])
  if (typeof empty === 'boolean') return z.boolean()
  if (
    name === 'displayName' ||
    name === 'userPrincipalName' ||
    name === 'mailNickname' ||
    name === 'userType'
  )
    return z.string()
  return z.string().nullable().default(null)
}
