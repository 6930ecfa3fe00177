import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryChange, HistoryEntry, HistoryProperty } from '../../shared/contract/history.ts'
import { isPropertyName } from '../../shared/fields/catalogue.ts'
import { places } from '../navigation/places.ts'
import { usePropertyLabel } from '../properties/property-label.ts'
import { isRaw } from '../properties/raw.ts'
import { useValueWords, type ValueWords } from '../properties/use-value-words.ts'
import { groups } from '../text/en/groups.ts'
import { history } from '../text/en/history.ts'
import { type Formats, useFormats } from '../text/formats.ts'

/** How the history reads in the person's language. */
export type EntryWords = {
  activity(entry: Pick<HistoryEntry, 'activity'>): string
  /** Whom it is about, in a few words; null where it is about nobody. */
  subject(entry: HistoryEntry): string | null
  /** The names of the properties that were changed, the first few. */
  properties(entry: HistoryEntry): string | null
  property(name: string): string
  /** A property's old or new value in one line; null when there is none. */
  value(property: HistoryProperty, which: 'from' | 'to'): string | null
  /** What is told beside the changes, as labels and values. */
  details(entry: HistoryEntry): readonly (readonly [label: string, value: string])[]
}

const mostProperties = 3

/** The properties and details that are a point in time. */
const moments: ReadonlySet<string> = new Set([
  'deletedDateTime',
  'lastPasswordChangeDateTime',
  'at',
])

const hasName = <T extends object>(names: T, name: unknown): name is keyof T =>
  typeof name === 'string' && Object.hasOwn(names, name)

export function useEntryWords(): EntryWords {
  const { t } = useTranslation(['history', 'groups', 'activityNames'])
  const labelOf = usePropertyLabel()
  const values = useValueWords()
  const { number } = useFormats()
  return useMemo(() => wordsOf(t, labelOf, { ...values, number }), [t, labelOf, values, number])
}

function wordsOf(
  t: TFunction<['history', 'groups', 'activityNames']>,
  labelOf: (property: string) => string,
  values: ValueWords & Pick<Formats, 'number'>,
): EntryWords {
  const property = (name: string) =>
    hasName(history.names, name) ? t(`names.${name}`) : labelOf(name)
  const plain = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'number') return values.number(value)
    if (Array.isArray(value)) return value.map(plain).join(', ')
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  const lineOf = (name: string, value: unknown): string => {
    if (name === 'photo') return t('photo')
    if (name === 'kind' && hasName(groups.kinds, value)) return t(`groups:kinds.${value}`)
    if (name === 'membership' && hasName(groups.memberships, value))
      return t(`groups:memberships.${value}`)
    if (name === 'verifications') return verified(value)
    if (moments.has(name)) return values.moment(String(value))
    return isPropertyName(name) && isRaw(value) ? values.line(name, value) : plain(value)
  }
  const verified = (value: unknown) =>
    Object.entries(
      value as Record<string, { verifiedAt: string; verifiedBy: { displayName: string } }>,
    )
      .map(([name, { verifiedAt, verifiedBy }]) =>
        t('verifiedBy', {
          property: property(name),
          when: values.moment(verifiedAt),
          name: verifiedBy.displayName,
        }),
      )
      .join(', ')
  return {
    activity: ({ activity }) => t(`activityNames:${activity}`),
    subject: ({ changes, total, about }) => {
      const names = new Set(changes.map(({ displayName }) => displayName))
      const [name = about ?? undefined] = names
      if (name === undefined) return null
      const others = Math.max(names.size - 1, total - changes.length)
      return others > 0 ? t('andOthers', { name, count: others }) : name
    },
    properties: ({ changes }) => {
      const names = [
        ...new Set(
          changes
            .filter(({ action, kind }) => action === 'changed' || kind === 'roleAssignment')
            .flatMap((change) => change.properties.map(({ name }) => property(name))),
        ),
      ]
      if (names.length === 0) return null
      const first = names.slice(0, mostProperties).join(', ')
      const count = names.length - mostProperties
      return count > 0 ? t('properties', { first, count }) : first
    },
    property,
    value: (changed, which) => {
      const value = changed[which]
      if (value === null || value === undefined || isBare(value)) return null
      const line = lineOf(changed.name, value)
      const more = which === 'from' ? changed.moreFrom : changed.moreTo
      return more > 0 ? `${line} ${t('more', { count: more })}` : line
    },
    details: ({ details, about }) =>
      Object.entries(details).flatMap(([name, value]) => {
        const label = hasName(history.details, name) ? t(`details.${name}`) : name
        if (name === 'userId') return about === null ? [] : [[label, about]]
        if (value === null) return []
        if (hasName(history.reasons, value)) return [[label, t(`reasons.${value}`)]]
        return [[label, lineOf(name, value)]]
      }),
  }
}

const isBare = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** The page of a record that is still there, where such records have one. */
export function placeOf({ kind, id, exists }: HistoryChange): string | null {
  if (!exists || kind === 'organization') return null
  return kind === 'group' ? places.group(id) : places.profile(id)
}
