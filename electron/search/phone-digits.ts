import type { Listed } from '../../shared/contract/query.ts'
import { isPropertyName, propertyOf } from '../../shared/fields/catalogue.ts'

export const holdsPhones = (property: Listed) =>
  isPropertyName(property) && propertyOf(property).editor.includes('phone')

/** The digits of a phone number as it is dialled from abroad: `+44 (0)20 7946` → `44207946`. */
export const phoneDigits = (number: string) => number.replace(/\(0\)|\D/g, '')

/** Whether a word can be part of a phone number, however people write them. */
export const looksLikePhone = (word: string) => /^[+().\-/]*\d[\d+().\-/x]*$/i.test(word)

const fewest = 5

/**
 * The digits by which a phone number is looked for, or null when there are too few. The zeros that
 * begin a number dialled at home are no part of the international one.
 */
export function searchedDigits(number: string): string | null {
  const digits = phoneDigits(number).replace(/^0+(?=\d{6})/, '')
  return digits.length < fewest ? null : digits
}
