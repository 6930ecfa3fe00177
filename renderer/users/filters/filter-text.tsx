import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../shared/contract/query.ts'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf } from '../../api/queries.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'
import { useValueWords } from '../value-words.ts'
import { filterValues } from './filter-values.ts'

/** A filter as a short sentence: "Department: Sales, Marketing". */
export function FilterText({ filter }: { readonly filter: Filter }) {
  return <bdi>{useFilterText(filter)}</bdi>
}

export function useFilterText(filter: Filter): string {
  const { t } = useTranslation('users')
  const api = useApi()
  const labelOf = usePropertyLabel()
  const words = useValueWords()
  const values = filterValues(filter, words)
  const { property, operator } = filter
  const people = property === 'managerId' && operator !== 'contains' ? values : []
  const found = useQueries({ queries: people.map((id) => userQueryOf(api, id)) })
  const names = people.length > 0 ? found.map(({ data }) => data?.displayName ?? '…') : values
  const few = names.slice(0, 2)
  const more = names.length - few.length
  return t(`filterTexts.${operator}`, {
    property: labelOf(property),
    value: [...few, ...(more > 0 ? [t('filterMoreValues', { count: more })] : [])].join(', '),
  })
}
