import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'

/** Fewer digits than this are an internal number, about which nothing can be said. */
const shortest = 7

export type PhoneHint = { readonly country: CountryCode | null }

/**
 * Whether a number looks as if nobody could dial it. Answers only when it can tell: the number says its
 * country itself, or `usageLocation` does.
 */
export function phoneHintOf(number: string, usageLocation: string): PhoneHint | null {
  const international = number.trim().startsWith('+')
  const country = isSupportedCountry(usageLocation) ? usageLocation : null
  const internal = !international && number.replace(/\D/g, '').length < shortest
  if (number.trim() === '' || internal || (!international && !country)) return null
  const parsed = parsePhoneNumberFromString(number, country ?? undefined)
  if (parsed?.isPossible()) return null
  return { country: international ? null : country }
}
