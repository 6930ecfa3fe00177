import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { choices } from '../../shared/text/en/properties.ts'

/** How values read in the person's language. */
export type ValueWords = {
  readonly yes: string
  readonly no: string
  readonly blocked: string
  readonly verified: string
  readonly notVerified: string
  choice(value: string): string
  /** The name of an ISO country code; anything else as it is. */
  country(code: string): string
  /** A day such as 2026-03-01, whatever the time zone. */
  day(value: string): string
  /** A moment, in this computer's time zone. */
  moment(value: string): string
}

export function createValueWords(t: TFunction<['users', 'choices']>, language: string): ValueWords {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const formatted = (format: Intl.DateTimeFormat, value: string) => {
    const date = new Date(value)
    return Number.isNaN(date.getTime()) ? value : format.format(date)
  }
  return {
    yes: t('yes'),
    no: t('no'),
    blocked: t('blocked'),
    verified: t('verified'),
    notVerified: t('notVerified'),
    choice: (value) => t(`choices:${value as keyof typeof choices}`, { defaultValue: value }),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code),
    day: (value) => formatted(days, value),
    moment: (value) => formatted(moments, value),
  }
}

export function useValueWords(): ValueWords {
  const { t, i18n } = useTranslation(['users', 'choices'])
  return useMemo(() => createValueWords(t, i18n.language), [t, i18n.language])
}
