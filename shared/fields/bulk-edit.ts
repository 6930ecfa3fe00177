import { z } from '../zod.ts'
import { type PropertyName, propertyNames, propertyOf } from './catalogue.ts'
import { withoutPrefix, withPrefix } from './rules/proxy-addresses.ts'

/** What can be done to one property of many users at once. */
export const bulkActions = [
  'set',
  'clear',
  'replace',
  'append',
  'prepend',
  'add',
  'remove',
] as const

export type BulkAction = (typeof bulkActions)[number]

const text = z.string().min(1).max(10_000)
const property = z.enum(propertyNames as [PropertyName, ...PropertyName[]])

const anyEdit = z.discriminatedUnion('action', [
  z.strictObject({ property, action: z.literal('set'), value: z.unknown() }),
  z.strictObject({ property, action: z.literal('clear') }),
  z.strictObject({
    property,
    action: z.literal('replace'),
    find: text,
    replacement: z.string().max(10_000),
  }),
  z.strictObject({ property, action: z.literal(['append', 'prepend']), text }),
  z.strictObject({ property, action: z.literal(['add', 'remove']), value: text }),
])

export type BulkEdit = z.output<typeof anyEdit>

export const bulkEditSchema = anyEdit.refine(
  (edit) => actionsOf(edit.property).includes(edit.action),
  'this action is not for this property',
)

/** Edits of several properties, each at most once. */
export const bulkEditsSchema = z
  .array(bulkEditSchema)
  .min(1)
  .max(propertyNames.length)
  .refine(
    (edits) => new Set(edits.map((edit) => edit.property)).size === edits.length,
    'a property is edited twice',
  )

const ofTexts: readonly BulkAction[] = ['set', 'replace', 'append', 'prepend', 'clear']
const ofLists: readonly BulkAction[] = ['add', 'remove', 'replace', 'set', 'clear']
const ofOthers: readonly BulkAction[] = ['set', 'clear']

/** What can be done to a property, the most likely first. What can never be empty is not cleared. */
export function actionsOf(name: PropertyName): readonly BulkAction[] {
  const { required, keepsValue } = propertyOf(name)
  return actionsOfKind(name).filter((action) => action !== 'clear' || !(required || keepsValue))
}

function actionsOfKind(name: PropertyName): readonly BulkAction[] {
  switch (propertyOf(name).editor) {
    case 'emails':
    case 'proxy-addresses':
      return ofLists
    case 'choice':
    case 'language':
    case 'country':
    case 'date':
    case 'switch':
    case 'user':
      return ofOthers
    default:
      return ofTexts
  }
}

/**
 * The value an edit leaves of a stored one, for the property's rule to clean and judge. What has no value
 * has nothing to replace or to add text to, and stays empty.
 */
export function editedValue(edit: BulkEdit, stored: unknown): unknown {
  switch (edit.action) {
    case 'set':
      return edit.value
    case 'clear':
      return null
    case 'replace':
      return eachText(stored, (value) => value.replaceAll(edit.find, () => edit.replacement))
    case 'append':
      return eachText(stored, (value) => value + edit.text)
    case 'prepend':
      return eachText(stored, (value) => edit.text + value)
    case 'add':
      return withValue(edit.property, stored, edit.value)
    default:
      return withoutValue(stored, edit.value)
  }
}

const listOf = (stored: unknown): readonly string[] =>
  Array.isArray(stored) ? stored.map(String) : []

function eachText(stored: unknown, change: (value: string) => string): unknown {
  if (Array.isArray(stored)) return stored.map((value) => change(String(value)))
  return typeof stored === 'string' && stored !== '' ? change(stored) : stored
}

function withValue(name: PropertyName, stored: unknown, value: string): readonly string[] {
  const values = listOf(stored)
  const added = name === 'proxyAddresses' ? withPrefix(value) : value.trim()
  return values.some((each) => isSameAddress(each, added)) ? values : [...values, added]
}

const withoutValue = (stored: unknown, value: string): readonly string[] =>
  listOf(stored).filter((each) => !isSameAddress(each, value.trim()))

/** Addresses compare without case, and without a prefix where one of the two has none. */
function isSameAddress(one: string, other: string): boolean {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()]
  return first === second || withoutPrefix(first) === second || first === withoutPrefix(second)
}
