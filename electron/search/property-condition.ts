import type { Filter, Listed } from '../../shared/contract/query.ts'
import { verifiable } from '../../shared/directory/user.ts'
import { isPropertyName, propertyOf } from '../../shared/fields/catalogue.ts'
import { isCountryCode } from '../../shared/fields/countries.ts'
import { fold } from './fold.ts'
import { propertyCalled } from './property-words.ts'

/** What a user must meet: one of the filters, or none of them. */
export type Condition = { readonly anyOf: readonly Filter[]; readonly negated: boolean }

/**
 * The condition of `name:value`, none when the value is not typed yet, or undefined when this is not a
 * term about a property.
 */
export function conditionFor(
  name: string,
  value: string,
  quoted: boolean,
  negated: boolean,
): readonly Condition[] | undefined {
  const property = propertyCalled(name)
  const aboutVerification = fold(name) === 'verified'
  if (!property && !aboutVerification) return undefined
  if (value.trim() === '') return []
  const anyOf = property ? filtersFor(property, value, quoted) : verificationFilters(value)
  return anyOf && [{ anyOf, negated }]
}

function filtersFor(property: Listed, value: string, quoted: boolean): Filter[] | undefined {
  if (!quoted && fold(value) === 'empty') return [{ property, operator: 'isEmpty' }]
  if (property === 'accountEnabled') {
    const enabled = yesOrNo(value)
    return enabled === undefined ? undefined : [{ property, operator: 'is', value: enabled }]
  }
  const whole = isWholeValue(property, value)
  return [{ property, operator: whole ? 'is' : 'contains', value: whole ?? value }]
}

/** A country code or a choice written out: `usageLocation:de` is not also Sweden. */
function isWholeValue(property: Listed, value: string): string | undefined {
  if (!isPropertyName(property)) return undefined
  const code = value.toUpperCase()
  if (propertyOf(property).editor === 'country') return isCountryCode(code) ? code : undefined
  const typed = fold(value).replaceAll(' ', '')
  return propertyOf(property).choices?.find((choice) => fold(choice) === typed)
}

function verificationFilters(value: string): Filter[] | undefined {
  const verified = yesOrNo(value)
  if (verified === undefined) return undefined
  const operator = verified ? 'isVerified' : 'isNotVerified'
  return verifiable.map((property) => ({ property, operator }))
}

/** Also while the word is still being typed. */
function yesOrNo(value: string): boolean | undefined {
  const typed = fold(value).trim()
  if ('yes'.startsWith(typed) || 'true'.startsWith(typed)) return true
  if ('no'.startsWith(typed) || 'false'.startsWith(typed)) return false
  return undefined
}
