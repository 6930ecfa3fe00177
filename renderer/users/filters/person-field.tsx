import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf, usersQuery } from '../../api/queries.ts'
import { UserAvatar } from '../../ui/user-avatar.tsx'

type Found = Pick<UserRow, 'id' | 'displayName' | 'userPrincipalName' | 'photo'>

/** One user, found by the search that the list has. */
export function PersonField({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (id: string | undefined) => void
}) {
  const { t } = useTranslation('users')
  const api = useApi()
  const [typed, setTyped] = useState('')
  const { data: found } = useQuery({
    ...usersQuery(api, { search: typed, offset: 0, limit: 20, properties: ['jobTitle'] }),
    placeholderData: keepPreviousData,
  })
  const { data: chosen } = useQuery({
    ...userQueryOf(api, value ?? ''),
    enabled: value !== null,
  })
  const rows: readonly Found[] = found?.rows ?? []
  const current = value === null ? null : (rows.find(({ id }) => id === value) ?? chosen ?? null)
  return (
    <Autocomplete<Found>
      autoHighlight
      options={[...rows]}
      filterOptions={(options) => options}
      getOptionLabel={({ displayName }) => displayName}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      value={current}
      onChange={(_event, next) => onChange(next?.id)}
      onInputChange={(_event, next, reason) => setTyped(reason === 'input' ? next : '')}
      noOptionsText={t('filterNobody')}
      renderOption={({ key, ...item }, option) => (
        <li key={key} {...item}>
          <UserAvatar user={option} size={28} />
          <Box sx={{ ml: 1, minWidth: 0 }}>
            <Typography variant="body2" noWrap dir="auto">
              {option.displayName}
            </Typography>
            <Typography variant="caption" color="textSecondary" noWrap component="div">
              {option.userPrincipalName}
            </Typography>
          </Box>
        </li>
      )}
      renderInput={(params) => <TextField {...params} label={t('filterPerson')} />}
    />
  )
}
