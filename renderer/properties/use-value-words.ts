import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { propertyOf } from '../../shared/fields/catalogue.ts'
import { withoutPrefix } from '../../shared/fields/rules/proxy-addresses.ts'
import { choices } from '../../shared/text/en/properties.ts'
import { type Formats, useFormats } from '../text/formats.ts'
import type { Raw } from './raw.ts'

/** How values read in the person's language. */
export type ValueWords = Pick<Formats, 'country' | 'language' | 'day' | 'moment'> & {
  choice(value: string): string
  /** The value of any property in one line; empty when there is none. */
  line(name: PropertyName, value: Raw): string
}

const isChoice = (value: string): value is keyof typeof choices => Object.hasOwn(choices, value)

export function useValueWords(): ValueWords {
  const { t } = useTranslation(['profile', 'choices'])
  const formats = useFormats()
  return useMemo(() => {
    const choice = (value: string) => (isChoice(value) ? t(`choices:${value}`) : value)
    const words = { ...formats, choice }
    return { ...words, line: (name, value) => lineOf(words, t('yes'), t('no'), name, value) }
  }, [t, formats])
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
