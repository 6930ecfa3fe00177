import { isPropertyName, type PropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { splitUserPrincipalName } from '../../../shared/fields/rules/user-principal-name.ts'
import { checkValue, isEmpty } from '../../../shared/fields/values.ts'
import type { Problem } from '../../../shared/text/message.ts'
import { asText, type Raw } from '../../properties/raw.ts'
import type { Edits, Values } from './edits.ts'

export type FoundProblems = Readonly<Partial<Record<PropertyName, Problem>>>

/** Properties with rules that need the rest of the directory, which only the application knows. */
const comparedWithOthers: readonly PropertyName[] = [
  'userPrincipalName',
  'mailNickname',
  'mail',
  'proxyAddresses',
  'managerId',
]

export const isComparedWithOthers = (name: PropertyName) => comparedWithOthers.includes(name)

/** What is wrong with a value by itself. */
export function problemOf(stored: Values, name: PropertyName, raw: Raw): Problem | undefined {
  // The domain is always there: an empty name before it is a missing one, not a malformed one.
  if (name === 'userPrincipalName' && splitUserPrincipalName(asText(raw)).local === '')
    return { rule: 'required' }
  const checked = checkValue(name, raw)
  if ('problem' in checked) return checked.problem
  const kept = propertyOf(name).keepsValue && !isEmpty(stored[name])
  return kept && isEmpty(checked.value) ? { rule: 'notClearable' } : undefined
}

export function problemsOf(stored: Values, changes: Edits): FoundProblems {
  const found = Object.entries(changes).flatMap(([name, raw]) => {
    const problem = isPropertyName(name) ? problemOf(stored, name, raw) : undefined
    return problem ? [[name, problem]] : []
  })
  return Object.fromEntries(found)
}
