import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { choices } from '../../shared/text/en/properties.ts'
import { type Formats, useFormats } from '../text/formats.ts'

/** How values read in the person's language. */
export type ValueWords = Pick<Formats, 'country' | 'day' | 'moment'> & {
  readonly yes: string
  readonly no: string
  readonly blocked: string
  readonly verified: string
  readonly notVerified: string
  choice(value: string): string
  /** For how much longer a deleted user can be restored. */
  daysLeft(count: number): string
}

export function createValueWords(
  t: TFunction<['users', 'choices']>,
  { country, day, moment }: Formats,
): ValueWords {
  return {
    yes: t('yes'),
    no: t('no'),
    blocked: t('blocked'),
    verified: t('verified'),
    notVerified: t('notVerified'),
    daysLeft: (count) => t('daysLeft', { count }),
    choice: (value) => t(`choices:${value as keyof typeof choices}`, { defaultValue: value }),
    country,
    day,
    moment,
  }
}

export function useValueWords(): ValueWords {
  const { t } = useTranslation(['users', 'choices'])
  const formats = useFormats()
  return useMemo(() => createValueWords(t, formats), [t, formats])
}
