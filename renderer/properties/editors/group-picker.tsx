import Box from '@mui/material/Box'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { GroupRow } from '../../../shared/contract/group.ts'
import type { GroupFilters } from '../../../shared/contract/group-query.ts'
import { useApi } from '../../api/api-context.tsx'
import { groupsQuery } from '../../api/queries.ts'
import { GroupTile } from '../../ui/group-tile.tsx'
import { limitWithout, offeredOf, RecordPicker, usePickerText } from './record-picker.tsx'

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
  const text = usePickerText()
  const { data: found, isFetching } = useQuery({
    ...groupsQuery(useApi(), {
      search: text.search,
      filters,
      offset: 0,
      limit: limitWithout(without),
    }),
    enabled: text.open,
    placeholderData: keepPreviousData,
  })
  const options = offeredOf(found?.rows ?? [], without)
  return (
    <RecordPicker
      id={id}
      label={label}
      text={text}
      options={options}
      searching={isFetching}
      chosen={null}
      describedBy={describedBy}
      placeholder={t('searchGroups')}
      none={t('noGroups')}
      renderOption={(group) => (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
          <GroupTile kind={group.kind} size={24} />
          <Box component="bdi" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {group.displayName}
          </Box>
        </Box>
      )}
      onChoose={(group) => {
        if (group) onChoose(group)
      }}
    />
  )
}
