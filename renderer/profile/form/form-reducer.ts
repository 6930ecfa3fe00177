import { assertNever } from '../../../shared/assert-never.ts'
import { isPropertyName, type PropertyName } from '../../../shared/fields/catalogue.ts'
import { splitUserPrincipalName } from '../../../shared/fields/rules/user-principal-name.ts'
import { sameValue } from '../../../shared/fields/values.ts'
import { asText, type Raw } from '../../properties/raw.ts'
import { isComparedWithOthers, problemOf } from './check-edits.ts'
import { choose, clashesOf, type Side } from './clashes.ts'
import { type Edits, edited, type Values, withoutEdit } from './edits.ts'
import { changesIn, type Fault, type Faults, type Form, valuesOf, valuesToSave } from './form.ts'

export type FormAction =
  | { readonly type: 'edited'; readonly name: PropertyName; readonly raw: Raw }
  | { readonly type: 'reverted'; readonly name: PropertyName }
  | { readonly type: 'left'; readonly name: PropertyName }
  | { readonly type: 'renamed'; readonly edits: Edits }
  | {
      readonly type: 'compared'
      readonly names: readonly PropertyName[]
      readonly values: Edits
      readonly fields: Readonly<Record<string, string>>
    }
  | { readonly type: 'named'; readonly wanted: string; readonly userName: string }
  | { readonly type: 'refused'; readonly faults: Faults; readonly message: string | null }
  | {
      readonly type: 'clashed'
      readonly stored: Values
      readonly revision: number
      readonly fields: Readonly<Record<string, string>>
    }
  | { readonly type: 'chosen'; readonly name: PropertyName; readonly kept: Side }

export function formReducer(form: Form, action: FormAction): Form {
  switch (action.type) {
    case 'edited':
      return withEdit(form, action.name, action.raw)
    case 'reverted':
      return revert(form, action.name)
    case 'left':
      return leave(form, action.name)
    case 'renamed': {
      const names = Object.keys(action.edits).filter(isPropertyName)
      const edits = names.reduce(
        (all, name) => edited(form.stored, all, name, action.edits[name] ?? null),
        form.edits,
      )
      return ask({ ...form, edits }, names)
    }
    case 'compared':
      return withAnswer(form, action.names, action.values, action.fields)
    case 'named':
      return named(form, action.wanted, action.userName)
    case 'refused':
      return {
        ...form,
        faults: { ...form.faults, ...action.faults },
        refused: { count: (form.refused?.count ?? 0) + 1, message: action.message },
      }
    case 'clashed': {
      const { stored, revision, fields } = action
      const clashes = clashesOf(stored, changesIn(form), fields)
      return { ...form, stored, revision, clashes, faults: {}, refused: null }
    }
    case 'chosen':
      return { ...form, ...choose(form.stored, form.edits, form.clashes, action.name, action.kept) }
    default:
      return assertNever(action)
  }
}

function withEdit(form: Form, name: PropertyName, raw: Raw): Form {
  const proposed = form.userId === null && !(name in form.edits) ? valuesOf(form)[name] : undefined
  const { local, domain } = splitUserPrincipalName(asText(raw))
  // Choosing another domain for a proposed user name does not make it one typed by hand.
  if (
    name === 'userPrincipalName' &&
    proposed !== undefined &&
    local === splitUserPrincipalName(asText(proposed)).local
  )
    return recheck({ ...form, naming: { ...form.naming, domain } }, name)
  return recheck({ ...form, edits: edited(form.stored, form.edits, name, raw) }, name)
}

/** A free user name takes the place of one that somebody has, and of what was said of that. */
function named(form: Form, wanted: string, userName: string): Form {
  const next = { ...form, naming: { ...form.naming, free: { wanted, userName } } }
  if ('userPrincipalName' in form.edits) return next
  const { userPrincipalName: _former, ...faults } = form.faults
  return { ...next, faults }
}

/** A value that was at fault, or that is chosen rather than typed, is checked with every change. */
function recheck(form: Form, name: PropertyName): Form {
  const atFault = form.faults[name] !== undefined
  return atFault || name === 'managerId' ? check(form, name) : form
}

function revert(form: Form, name: PropertyName): Form {
  const { [name]: _fault, ...faults } = form.faults
  return { ...form, faults, edits: withoutEdit(form.stored, form.edits, name) }
}

function leave(form: Form, name: PropertyName): Form {
  const proposing = form.userId === null && (name === 'givenName' || name === 'surname')
  const left = name in form.edits || form.faults[name] ? check(form, name) : form
  return proposing ? ask(left, ['userPrincipalName']) : left
}

function check(form: Form, name: PropertyName): Form {
  const { [name]: _former, ...others } = form.faults
  const raw = valuesOf(form)[name]
  const problem = problemOf(form.stored, name, raw)
  if (problem) return { ...form, faults: { ...others, [name]: problem } }
  return ask({ ...form, faults: others }, [name])
}

function ask(form: Form, names: readonly PropertyName[]): Form {
  const compared = names.filter(isComparedWithOthers)
  if (compared.length === 0) return form
  return { ...form, asked: { names: [...new Set([...(form.asked?.names ?? []), ...compared])] } }
}

/** An answer counts only for values that are still the same as when it was asked for. */
function withAnswer(
  form: Form,
  names: readonly PropertyName[],
  values: Edits,
  fields: Readonly<Record<string, string>>,
): Form {
  const current = valuesToSave(form)
  const faults: Record<string, Fault | undefined> = { ...form.faults }
  for (const name of names) {
    const { [name]: sentence } = fields
    const malformed = name in current && problemOf(form.stored, name, current[name] ?? null)
    if (malformed || !sameValue(current[name], values[name])) continue
    if (sentence !== undefined) faults[name] = sentence
    else if (typeof faults[name] === 'string') delete faults[name]
  }
  return { ...form, faults: faults as Faults }
}
