import { type PropertyName, propertyNames } from '../../../shared/fields/catalogue.ts'
import { usualUserNameRule } from '../../../shared/fields/user-name-rules.ts'
import { emptyValues } from '../../../shared/fields/values.ts'
import type { Problem } from '../../../shared/text/message.ts'
import { type FoundProblems, problemsOf } from './check-edits.ts'
import type { Clash } from './clashes.ts'
import { changesOf, type Edits, type Values, valuesWith } from './edits.ts'
import { type Naming, proposedNames } from './proposed-names.ts'

/** A problem this page found, or a sentence of the application. */
export type Fault = Problem | string

export type Faults = Readonly<Partial<Record<PropertyName, Fault>>>

export type Form = {
  /** Null for a new user, whose names are proposed. */
  readonly userId: string | null
  readonly naming: Naming
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

type Begun = { readonly revision: number; readonly edits: Edits }

/** The form of a stored user. `begun` are edits taken up again, on the revision they were begun on. */
export const openForm = (
  user: Values & { readonly id: string; readonly revision: number },
  begun: Begun = { revision: user.revision, edits: {} },
): Form => ({ ...blank, userId: user.id, stored: valuesIn(user), ...begun })

export const openNewForm = (naming: Omit<Naming, 'free'>, edits: Edits = {}): Form => ({
  ...blank,
  naming: { ...naming, free: null },
  edits,
})

const blank: Form = {
  userId: null,
  naming: { domain: '', rule: usualUserNameRule, free: null },
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
export const valuesOf = ({ userId, stored, edits, naming }: Form): Values =>
  valuesWith(userId === null ? { ...stored, ...proposedNames(edits, naming) } : stored, edits)

/** What a person changed and has not saved yet. */
export const changesIn = (form: Form): Edits => changesOf(form.stored, form.edits)

/** What a save sends: the changes, and for a new user the names proposed for them. */
export function valuesToSave(form: Form): Edits {
  if (form.userId !== null) return changesIn(form)
  // A proposed nickname is left out: the application makes the same one, or a free one like it.
  const { displayName, userPrincipalName } = valuesOf(form)
  return { displayName, userPrincipalName, ...changesIn(form) }
}

/** What is wrong before anything is sent. A new user needs the required names, edited or not. */
export const problemsBeforeSaving = (form: Form): FoundProblems =>
  problemsOf(form.stored, valuesToSave(form))
