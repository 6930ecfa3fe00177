import { isPropertyName, type PropertyName } from '../../../shared/fields/catalogue.ts'
import type { Raw } from '../../properties/raw.ts'
import { type Edits, edited, type Values, withoutEdit } from './edits.ts'

export type Side = 'mine' | 'theirs'

/** A property that two people changed at once, until one of the two values is chosen. */
export type Clash = {
  readonly name: PropertyName
  readonly mine: Raw
  readonly theirs: Raw
  /** Who changed it meanwhile, as a sentence. */
  readonly told: string
  readonly kept: Side | null
}

/** `stored` is the newest state; `fields` are the sentences of the refused save. */
export function clashesOf(
  stored: Values,
  changes: Edits,
  fields: Readonly<Record<string, string>>,
): readonly Clash[] {
  return Object.entries(fields).flatMap(([name, told]) => {
    if (!isPropertyName(name)) return []
    const mine = changes[name]
    return mine === undefined ? [] : [{ name, mine, theirs: stored[name], told, kept: null }]
  })
}

/** The clashes and the edits once a person has chosen whose value to keep. */
export function choose(
  stored: Values,
  edits: Edits,
  clashes: readonly Clash[],
  name: PropertyName,
  kept: Side,
): { readonly edits: Edits; readonly clashes: readonly Clash[] } {
  const clash = clashes.find((each) => each.name === name)
  if (!clash) return { edits, clashes }
  return {
    edits:
      kept === 'mine' ? edited(stored, edits, name, clash.mine) : withoutEdit(stored, edits, name),
    clashes: clashes.map((each) => (each === clash ? { ...clash, kept } : each)),
  }
}
