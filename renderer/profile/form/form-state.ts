import { assertNever } from '../../../shared/assert-never.ts'
import {
  isPropertyName,
  type PropertyName,
  propertyNames,
} from '../../../shared/fields/catalogue.ts'
import { splitUserPrincipalName } from '../../../shared/fields/rules/user-principal-name.ts'
import { emptyValues, sameValue } from '../../../shared/fields/values.ts'
import type { Problem } from '../../../shared/text/message.ts'
import { type FoundProblems, isComparedWithOthers, problemOf, problemsOf } from './check-edits.ts'
import { type Clash, choose, clashesOf, type Side } from './clashes.ts'
import {
  asText,
  changesOf,
  type Edits,
  edited,
  type Raw,
  type Values,
  valuesWith,
  withoutEdit,
} from './edits.ts'
import { proposedNames } from './proposed-names.ts'

/** A problem this page found, or a sentence of the application. */
export type Fault = Problem | string

export type Faults = Readonly<Partial<Record<PropertyName, Fault>>>

export type Form = {
  /** Null for a new user, for whom the domain of a proposed user name is chosen first. */
  readonly userId: string | null
  readonly domain: string
  readonly stored: Values
  /** The revision the edits were begun on. It stays while others save, so that clashes are found. */
  readonly revision: number
  readonly edits: Edits
  readonly faults: Faults
  readonly clashes: readonly Clash[]
  /** The last save as it was refused; `count` tells one refusal from the next. */
  readonly refused: { readonly count: number; readonly message: string | null } | null
  /** Values to compare with the directory, once nobody is typing. */
  readonly asked: { readonly names: readonly PropertyName[] } | null
}

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
  | { readonly type: 'refused'; readonly faults: Faults; readonly message: string | null }
  | {
      readonly type: 'clashed'
      readonly stored: Values
      readonly revision: number
      readonly fields: Readonly<Record<string, string>>
    }
  | { readonly type: 'chosen'; readonly name: PropertyName; readonly kept: Side }

type Begun = { readonly revision: number; readonly edits: Edits }

/** The form of a stored user. `begun` are edits taken up again, on the revision they were begun on. */
export const openForm = (
  user: Values & { readonly id: string; readonly revision: number },
  begun: Begun = { revision: user.revision, edits: {} },
): Form => ({ ...blank, userId: user.id, stored: valuesIn(user), ...begun })

export const openNewForm = (domain: string, edits: Edits = {}): Form => ({
  ...blank,
  domain,
  edits,
})

const blank: Form = {
  userId: null,
  domain: '',
  stored: emptyValues,
  revision: 0,
  edits: {},
  faults: {},
  clashes: [],
  refused: null,
  asked: null,
}

export const valuesIn = (user: Values): Values =>
  Object.fromEntries(propertyNames.map((name) => [name, user[name]])) as Values

/** What every field shows. */
export const valuesOf = ({ userId, stored, edits, domain }: Form): Values =>
  valuesWith(userId === null ? { ...stored, ...proposedNames(edits, domain) } : stored, edits)

/** What a person changed and has not saved yet. */
export const changesIn = (form: Form): Edits => changesOf(form.stored, form.edits)

/** What a save sends: the changes, and for a new user the names proposed for them. */
export function valuesToSave(form: Form): Edits {
  if (form.userId !== null) return changesIn(form)
  // A proposed nickname is left out: the application makes the same one, or a free one like it.
  const { displayName, userPrincipalName } = valuesOf(form)
  return { displayName, userPrincipalName, ...changesIn(form) }
}

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
    return recheck({ ...form, domain }, name)
  return recheck({ ...form, edits: edited(form.stored, form.edits, name, raw) }, name)
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

/** What is wrong before anything is sent. A new user needs the required names, edited or not. */
export const problemsBeforeSaving = (form: Form): FoundProblems =>
  problemsOf(form.stored, valuesToSave(form))
