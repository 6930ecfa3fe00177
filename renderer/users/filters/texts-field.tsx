import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Listed } from '../../../shared/contract/query.ts'
import { useApi } from '../../api/api-context.tsx'
import { valuesQuery } from '../../api/queries.ts'
import { CountedOption } from './counted-option.tsx'

/** Any number of texts: those the directory has are offered, most used first, others can be typed. */
export function TextsField({
  property,
  values,
  onChange,
}: {
  readonly property: Listed
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
}) {
  const { t } = useTranslation('users')
  const api = useApi()
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    ...valuesQuery(api, { property, search: typed.slice(0, 200), limit: 50 }),
    placeholderData: keepPreviousData,
  })
  const counts = new Map(data?.values.map(({ value, count }) => [value, count]))
  return (
    <Autocomplete
      multiple
      freeSolo
      // What was typed counts as a value also when "Apply" follows at once.
      autoSelect
      filterSelectedOptions
      options={[...counts.keys()]}
      filterOptions={(options) => options}
      value={[...values]}
      onChange={(_event, next) => onChange(next.map((value) => value.trim()).filter(Boolean))}
      inputValue={typed}
      onInputChange={(_event, next) => setTyped(next)}
      renderOption={({ key, ...item }, option) => (
        <li key={key} {...item}>
          <CountedOption name={option} count={counts.get(option)} />
        </li>
      )}
      renderInput={(params) => <TextField {...params} label={t('filterValues')} />}
    />
  )
}
