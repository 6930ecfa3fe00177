import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isCountryCode } from '../../shared/fields/countries.ts'

/** How codes, days, moments and numbers read in a language; what does not parse stays as it is. */
export type Formats = {
  /** The name of an ISO country code. */
  country(code: string): string
  /** The name of a language tag. */
  language(tag: string): string
  /** A calendar day such as 2026-03-01, whatever the time zone. */
  day(value: string): string
  /** A moment, in this computer's time zone. */
  moment(value: string): string
  /** The day and the time of a moment, in this computer's time zone. */
  dayOf(moment: string): string
  timeOf(moment: string): string
  number(value: number): string
}

export function createFormats(locale: string): Formats {
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const languages = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const fullDays = new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const numbers = new Intl.NumberFormat(locale)
  const formatted = (format: Intl.DateTimeFormat, value: string) => {
    const date = new Date(value)
    return Number.isNaN(date.getTime()) ? value : format.format(date)
  }
  return {
    country: (code) => (isCountryCode(code) ? (countries.of(code) ?? code) : code),
    language: (tag) => {
      try {
        return languages.of(tag) ?? tag
      } catch {
        // Intl refuses what is not a language tag at all.
        return tag
      }
    },
    day: (value) => formatted(days, value),
    moment: (value) => formatted(moments, value),
    dayOf: (moment) => formatted(fullDays, moment),
    timeOf: (moment) => formatted(times, moment),
    number: (value) => numbers.format(value),
  }
}

/** The variant of Roster's language that this computer is set to: British dates for `en` in Britain. */
export const localeOf = (language: string, preferred: readonly string[]) =>
  preferred.find((tag) => tag.split('-')[0] === language) ?? language

export function useFormats(): Formats {
  const { i18n } = useTranslation()
  return useMemo(() => createFormats(localeOf(i18n.language, navigator.languages)), [i18n.language])
}
