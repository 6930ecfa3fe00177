import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupRow } from '../../../shared/contract/group.ts'
import type { GroupFilters } from '../../../shared/contract/group-query.ts'
import { useApi } from '../../api/api-context.tsx'
import { groupsQuery } from '../../api/queries.ts'
import { GroupTile } from '../../ui/group-tile.tsx'
import { ComboInput, comboSlots } from './combo-input.tsx'

/** Chooses groups one after another, found as in the list of groups. */
export function GroupPicker({
  id,
  label,
  filters = {},
  without,
  describedBy,
  onChoose,
}: {
  readonly id: string
  /** The accessible name where no label element names the input. */
  readonly label?: string
  readonly filters?: GroupFilters
  /** Ids of groups that are not offered. */
  readonly without: readonly string[]
  readonly describedBy?: string | undefined
  readonly onChoose: (group: GroupRow) => void
}) {
  const { t } = useTranslation('groups')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const search = useDeferredValue(typed.trim())
  const { data: found, isFetching } = useQuery({
    ...groupsQuery(useApi(), { search, filters, offset: 0, limit: 20 + without.length }),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const options = (found?.rows ?? []).filter((row) => !without.includes(row.id)).slice(0, 20)
  return (
    <Autocomplete
      id={id}
      fullWidth
      options={options}
      filterOptions={(all) => all}
      getOptionKey={(option) => option.id}
      getOptionLabel={(option) => option.displayName}
      value={null}
      onChange={(_event, next) => {
        setTyped('')
        if (next) onChoose(next)
      }}
      inputValue={typed}
      onInputChange={(_event, text, reason) => {
        if (reason === 'input') setTyped(text)
      }}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onBlur={() => setTyped('')}
      loading={isFetching}
      noOptionsText={t('noGroups')}
      slotProps={comboSlots(t('suggestions'))}
      renderOption={({ key, ...option }, group) => (
        <li key={key} {...option}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
            <GroupTile kind={group.kind} size={24} />
            <Box component="bdi" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {group.displayName}
            </Box>
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <ComboInput
          params={params}
          id={id}
          label={label}
          invalid={false}
          describedBy={describedBy}
          direction="auto"
          placeholder={t('searchGroups')}
        />
      )}
    />
  )
}
