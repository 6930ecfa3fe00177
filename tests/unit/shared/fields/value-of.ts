import type { PropertyName } from '../../../../shared/fields/catalogue.ts'
import { checkValue } from '../../../../shared/fields/values.ts'

/** What a value given for a property becomes; fails the test when it is refused. */
export function stored(name: PropertyName, raw: unknown): unknown {
  const checked = checkValue(name, raw)
  if ('problem' in checked) throw new Error(`${name} was refused: ${checked.problem.rule}`)
  return checked.value
}

/** The rule that a value given for a property breaks; null when it breaks none. */
export function broken(name: PropertyName, raw: unknown): string | null {
  const checked = checkValue(name, raw)
  return 'problem' in checked ? checked.problem.rule : null
}
