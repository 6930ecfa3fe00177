import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { propertyOf } from '../../shared/fields/catalogue.ts'
import { isCountryCode } from '../../shared/fields/countries.ts'
import { withoutPrefix } from '../../shared/fields/rules/proxy-addresses.ts'
import { choices } from '../../shared/text/en/properties.ts'
import type { Raw } from './form/edits.ts'

/** How values read in the person's language. */
export type ValueWords = {
  /** The name of an ISO country code; anything else as it is. */
  country(code: string): string
  /** The name of a language tag; anything else as it is. */
  language(tag: string): string
  choice(value: string): string
  /** A calendar day, whatever the time zone. */
  day(value: string): string
  /** A moment, in this computer's time zone. */
  moment(value: string): string
  /** The value of any property in one line; empty when there is none. */
  line(name: PropertyName, value: Raw): string
}

const isChoice = (value: string): value is keyof typeof choices => Object.hasOwn(choices, value)

export function useValueWords(): ValueWords {
  const { t, i18n } = useTranslation(['profile', 'choices'])
  return useMemo(() => {
    const yes = t('yes')
    const no = t('no')
    return createValueWords(i18n.language, yes, no, (value) =>
      isChoice(value) ? t(`choices:${value}`) : value,
    )
  }, [t, i18n.language])
}

function createValueWords(
  locale: string,
  yes: string,
  no: string,
  choice: (value: string) => string,
): ValueWords {
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const languages = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const formatted = (format: Intl.DateTimeFormat, value: string) => {
    const date = new Date(value)
    return Number.isNaN(date.getTime()) ? value : format.format(date)
  }
  const words = {
    country: (code: string) => (isCountryCode(code) ? (countries.of(code) ?? code) : code),
    language: (tag: string) => {
      try {
        return languages.of(tag) ?? tag
      } catch {
        // Intl refuses what is not a language tag at all.
        return tag
      }
    },
    choice,
    day: (value: string) => formatted(days, value),
    moment: (value: string) => formatted(moments, value),
  }
  return { ...words, line: (name, value) => lineOf(words, yes, no, name, value) }
}

function lineOf(
  words: Omit<ValueWords, 'line'>,
  yes: string,
  no: string,
  name: PropertyName,
  value: Raw,
): string {
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value))
    return value.map((each) => (name === 'proxyAddresses' ? withoutPrefix(each) : each)).join(', ')
  if (typeof value !== 'string' || value === '') return ''
  const { editor } = propertyOf(name)
  if (editor === 'choice') return words.choice(value)
  if (editor === 'country') return `${words.country(value)} (${value})`
  if (editor === 'language') return words.language(value)
  if (editor === 'date') return words.day(value)
  return value.replaceAll('\n', ', ')
}
