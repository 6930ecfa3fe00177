import {
  actionsOf,
  type BulkAction,
  type BulkEdit,
  bulkEditSchema,
} from '../../../shared/fields/bulk-edit.ts'
import { type PropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { emptyValues } from '../../../shared/fields/values.ts'
import type { Raw } from '../../properties/raw.ts'

/** An edit as it is being put together. What was typed for another action is kept until that is chosen again. */
export type DraftEdit = {
  readonly property: PropertyName
  readonly action: BulkAction
  /** What "set" sets. */
  readonly value: Raw
  readonly find: string
  readonly replacement: string
  /** What is added to a text or a list, or taken out of it. */
  readonly text: string
}

/** The first thing that is likely to be done to a property. */
export const draftOf = (property: PropertyName): DraftEdit => ({
  property,
  action: actionsOf(property)[0] ?? 'set',
  value: startOf(property),
  find: '',
  replacement: '',
  text: '',
})

/** A switch begins where it changes something for most. */
function startOf(property: PropertyName): Raw {
  if (propertyOf(property).editor === 'switch') return false
  return Array.isArray(emptyValues[property]) ? [] : ''
}

/** The edit, or null while something is missing. Setting to nothing is what "clear" is for. */
export function editOf({
  property,
  action,
  value,
  find,
  replacement,
  text,
}: DraftEdit): BulkEdit | null {
  const parts = {
    set: { value },
    clear: {},
    replace: { find, replacement },
    append: { text },
    prepend: { text },
    add: { value: text.trim() },
    remove: { value: text.trim() },
  }
  const parsed = bulkEditSchema.safeParse({ property, action, ...parts[action] })
  if (!parsed.success) return null
  return action === 'set' && isNothing(value) ? null : parsed.data
}

function isNothing(value: Raw): boolean {
  if (Array.isArray(value)) return value.every((each) => each.trim() === '')
  return value === null || (typeof value === 'string' && value.trim() === '')
}

/** All edits, or null while one of them is not complete. */
export function editsOf(drafts: readonly DraftEdit[]): BulkEdit[] | null {
  const edits = drafts.map(editOf)
  const complete = edits.filter((edit) => edit !== null)
  return complete.length > 0 && complete.length === edits.length ? complete : null
}
