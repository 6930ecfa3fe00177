import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Activity, allActivities } from '../../shared/directory/activities.ts'
import { propertyNames } from '../../shared/fields/catalogue.ts'
import { useApi } from '../api/api-context.tsx'
import { historyActorsQuery } from '../api/queries.ts'
import { useEntryWords } from '../entries/use-entry-words.ts'
import { type HistoryFilters, narrows, noFilters } from './history-filters.ts'

/** Properties of users and groups that are not in the catalogue of what a person edits. */
const otherProperties = ['photo', 'roles', 'memberOf', 'memberIds', 'ownerIds', 'deletedDateTime']

type Option = readonly [value: string, label: string]

/** Who, what, which property, and when. */
export function FilterFields({
  filters,
  onChange,
}: {
  readonly filters: HistoryFilters
  readonly onChange: (filters: HistoryFilters) => void
}) {
  const { t } = useTranslation('history')
  const words = useEntryWords()
  const { data } = useQuery(historyActorsQuery(useApi()))
  const people = (data?.actors ?? []).map(({ id, displayName }): Option => [`_${id}`, displayName])
  const [activities, properties] = useMemo(
    () => [
      sorted(allActivities.map((activity): Option => [activity, words.activity({ activity })])),
      sorted(
        [...propertyNames, ...otherProperties].map((name): Option => [name, words.property(name)]),
      ),
    ],
    [words],
  )
  const change = (part: Partial<HistoryFilters>) => onChange({ ...filters, ...part })
  return (
    <>
      <Choice
        label={t('who')}
        all={t('anyone')}
        value={filters.by === null ? '' : `_${filters.by}`}
        options={people}
        onChange={(value) => change({ by: value === '' ? null : value.slice(1) })}
      />
      <Choice
        label={t('what')}
        all={t('anything')}
        value={filters.activity}
        options={activities}
        onChange={(value) => change({ activity: value as Activity | '' })}
      />
      <Choice
        label={t('property')}
        all={t('anyProperty')}
        value={filters.property}
        options={properties}
        onChange={(property) => change({ property })}
      />
      <Day label={t('from')} value={filters.from} onChange={(from) => change({ from })} />
      <Day label={t('until')} value={filters.until} onChange={(until) => change({ until })} />
      {narrows(filters) ? (
        <Button color="inherit" onClick={() => onChange(noFilters)}>
          {t('clear')}
        </Button>
      ) : null}
    </>
  )
}

const sorted = (options: readonly Option[]) =>
  options.toSorted(([, one], [, other]) => one.localeCompare(other))

function Choice({
  label,
  all,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly all: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}) {
  const known = value === '' || options.some(([option]) => option === value)
  return (
    <TextField
      select
      label={label}
      value={known ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      sx={{ width: 176 }}
      slotProps={{
        select: {
          displayEmpty: true,
          MenuProps: { slotProps: { paper: { sx: { maxHeight: 400 } } } },
        },
        inputLabel: { shrink: true },
      }}
    >
      <MenuItem value="">{all}</MenuItem>
      {options.map(([option, text]) => (
        <MenuItem key={option} value={option}>
          <bdi>{text}</bdi>
        </MenuItem>
      ))}
    </TextField>
  )
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      sx={{ width: 148 }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  )
}
