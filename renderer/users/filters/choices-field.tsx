import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Listed } from '../../../shared/contract/query.ts'
import { useApi } from '../../api/api-context.tsx'
import { valuesQuery } from '../../api/queries.ts'
import { CountedOption } from './counted-option.tsx'

/** Any number of values out of a closed list, by name. Those that users have come first. */
export function ChoicesField({
  property,
  options,
  nameOf,
  values,
  onChange,
}: {
  readonly property: Listed
  readonly options: readonly string[]
  readonly nameOf: (value: string) => string
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
}) {
  const { t, i18n } = useTranslation('users')
  const { data } = useQuery(valuesQuery(useApi(), { property, limit: 200 }))
  const counts = useMemo(
    () => new Map(data?.values.map(({ value, count }) => [value, count])),
    [data],
  )
  const sorted = useMemo(() => {
    const byName = new Intl.Collator(i18n.language).compare
    return [...options].sort(
      (one, other) =>
        Number(counts.has(other)) - Number(counts.has(one)) || byName(nameOf(one), nameOf(other)),
    )
  }, [options, counts, nameOf, i18n.language])
  return (
    <Autocomplete
      multiple
      autoHighlight
      filterSelectedOptions
      options={sorted}
      getOptionLabel={nameOf}
      value={[...values]}
      onChange={(_event, next) => onChange(next)}
      renderOption={({ key, ...item }, option) => (
        <li key={key} {...item}>
          <CountedOption name={nameOf(option)} count={counts.get(option)} />
        </li>
      )}
      renderInput={(params) => <TextField {...params} label={t('filterValues')} />}
    />
  )
}
