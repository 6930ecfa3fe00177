import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, Listed } from '../../../shared/contract/query.ts'
import { columnChoices } from '../columns/column-order.ts'
import { PropertyChoice } from '../property-choice.tsx'
import { FilterText } from './filter-text.tsx'
import { isComplete, type Operator, operatorsOf } from './operators.ts'
import { suggestedFilters } from './suggested-filters.ts'
import { ValueField } from './value-field.tsx'

/** Makes or changes one filter: what is asked, how it is compared, and with what. */
export function FilterEditor({
  initial,
  deleted,
  onApply,
  onCancel,
}: {
  readonly initial: Filter | null
  readonly deleted: boolean
  readonly onApply: (filter: Filter) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('users')
  const [filter, setFilter] = useState(initial)
  const groups = useMemo(() => columnChoices(deleted), [deleted])
  const complete = filter !== null && isComplete(filter)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (complete) onApply(filter)
  }
  return (
    <Box
      component="form"
      onSubmit={submit}
      sx={{ p: 2, width: 360, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      {initial === null ? (
        <Box role="group" aria-label={t('filterSuggestions')}>
          <Typography variant="caption" color="textSecondary" component="div" gutterBottom>
            {t('filterSuggestions')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
            {suggestedFilters.map((suggested) => (
              <Chip
                key={`${suggested.property} ${suggested.operator}`}
                variant="outlined"
                label={<FilterText filter={suggested} />}
                onClick={() => onApply(suggested)}
              />
            ))}
          </Box>
        </Box>
      ) : null}
      <PropertyChoice
        label={t('filterProperty')}
        groups={groups}
        value={filter?.property ?? null}
        autoFocus={filter === null}
        onChange={(property) =>
          setFilter(property ? { property, operator: firstOperatorOf(property) } : null)
        }
      />
      {filter ? (
        <>
          <TextField
            select
            label={t('filterOperator')}
            value={filter.operator}
            onChange={({ target }) => setFilter(withOperator(filter, target.value as Operator))}
          >
            {operatorsOf(filter.property).map((operator) => (
              <MenuItem key={operator} value={operator}>
                {t(`operators.${operator}`)}
              </MenuItem>
            ))}
          </TextField>
          <ValueField
            key={`${filter.property} ${filter.operator}`}
            filter={filter}
            onChange={(value) => setFilter(withValue(filter, value))}
          />
        </>
      ) : null}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={onCancel}>{t('filterCancel')}</Button>
        <Button type="submit" variant="contained" disabled={!complete}>
          {t('filterApply')}
        </Button>
      </Box>
    </Box>
  )
}

const firstOperatorOf = (property: Listed): Operator => operatorsOf(property)[0] ?? 'is'

const withValue = ({ property, operator }: Filter, value: Filter['value']): Filter =>
  value === undefined ? { property, operator } : { property, operator, value }

/** Keeps the value where the other operator takes the same kind of value. */
function withOperator(filter: Filter, operator: Operator): Filter {
  const lists: readonly Operator[] = ['is', 'isNot']
  const days: readonly Operator[] = ['before', 'after']
  const texts: readonly Operator[] = ['contains', 'startsWith']
  const alike = [lists, days, texts].some(
    (group) => group.includes(operator) && group.includes(filter.operator),
  )
  return withValue({ property: filter.property, operator }, alike ? filter.value : undefined)
}
