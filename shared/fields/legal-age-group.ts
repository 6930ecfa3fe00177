import type { UserValues } from './catalogue.ts'

/** Graph's computed `legalAgeGroupClassification`: follows from age group and parental consent. */
export function legalAgeGroupOf({
  ageGroup,
  consentProvidedForMinor,
}: Pick<UserValues, 'ageGroup' | 'consentProvidedForMinor'>): string | null {
  if (ageGroup !== 'Minor') return ageGroup
  if (consentProvidedForMinor === 'Granted') return 'MinorWithParentalConsent'
  if (consentProvidedForMinor === 'NotRequired') return 'MinorNoParentalConsentRequired'
  return 'MinorWithoutParentalConsent'
}
