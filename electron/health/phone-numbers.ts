import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * Whether a number can exist at all, by its length and its country's plan. An internal or an incomplete
 * number is no mistake: only what claims to be international, or is long enough, can be impossible.
 */
export function isPossiblePhone(number: string, country: string | null): boolean {
  const text = number.trim()
  const international = text.startsWith('+')
  if (!international && text.replace(/\D/g, '').length < 7) return true
  const home = country && isSupportedCountry(country) ? country : undefined
  if (!international && !home) return true
  return parsePhoneNumberFromString(text, home)?.isPossible() ?? false
}
