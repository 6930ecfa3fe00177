import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { useApi } from '../../api/api-context.tsx'
import { usersQuery } from '../../api/queries.ts'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import { ComboInput, comboSlots } from './combo-input.tsx'

export type PickedPerson = Pick<UserRow, 'id' | 'displayName' | 'photo' | 'userPrincipalName'> & {
  readonly jobTitle?: unknown
  readonly department?: unknown
}

/** One of the users, found as in the list of users. */
export function PersonPicker({
  id,
  label,
  chosen,
  without,
  invalid = false,
  inDialog = false,
  describedBy,
  onChoose,
  onLeave,
}: {
  readonly id: string
  /** The accessible name where no label element names the input. */
  readonly label?: string
  readonly chosen: PickedPerson | null
  /** Ids of users who are not offered. */
  readonly without: readonly string[]
  readonly invalid?: boolean
  readonly inDialog?: boolean
  readonly describedBy?: string | undefined
  readonly onChoose: (person: PickedPerson | null) => void
  readonly onLeave?: () => void
}) {
  const { t } = useTranslation('profile')
  const api = useApi()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const search = useDeferredValue((typed ?? '').trim())
  const { data: found, isFetching } = useQuery({
    ...usersQuery(api, { search, offset: 0, limit: 20, properties: ['jobTitle', 'department'] }),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const options: readonly PickedPerson[] = (found?.rows ?? []).filter(
    (row) => !without.includes(row.id),
  )
  return (
    <Autocomplete
      id={id}
      fullWidth
      options={options}
      filterOptions={(all) => all}
      getOptionKey={(option) => option.id}
      getOptionLabel={(option) => option.displayName}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      value={chosen}
      onChange={(_event, next) => {
        setTyped(null)
        onChoose(next)
      }}
      inputValue={typed ?? chosen?.displayName ?? ''}
      onInputChange={(_event, text, reason) => {
        if (reason === 'input') setTyped(text)
      }}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onBlur={() => {
        setTyped(null)
        onLeave?.()
      }}
      loading={isFetching}
      noOptionsText={t('noMatch')}
      slotProps={comboSlots(t('suggestions'), { inDialog })}
      renderOption={({ key, ...option }, choice) => (
        <li key={key} {...option}>
          <Offered user={choice} />
        </li>
      )}
      renderInput={(params) => (
        <ComboInput
          params={params}
          id={id}
          label={label}
          invalid={invalid}
          describedBy={describedBy}
          direction="auto"
          placeholder={t('searchPeople')}
          start={
            chosen && typed === null ? (
              <InputAdornment position="start" sx={{ mr: 0 }}>
                <UserAvatar user={chosen} size={22} />
              </InputAdornment>
            ) : undefined
          }
        />
      )}
    />
  )
}

function Offered({ user }: { readonly user: PickedPerson }) {
  const about = [user.jobTitle, user.department].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  )
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <UserAvatar user={user} size={28} />
      <Box sx={{ minWidth: 0 }}>
        <Typography component="div" noWrap dir="auto" sx={{ textAlign: 'start' }}>
          {user.displayName}
        </Typography>
        <Typography component="div" variant="caption" color="textSecondary" noWrap>
          {about.length > 0 ? about.join(' · ') : user.userPrincipalName}
        </Typography>
      </Box>
    </Box>
  )
}
