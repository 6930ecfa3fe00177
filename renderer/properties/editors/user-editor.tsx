import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf, usersQuery } from '../../api/queries.ts'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import { asText } from '../raw.ts'
import { ComboInput, comboSlots } from './combo-input.tsx'
import type { EditorProps } from './editor-props.ts'

type Choice = Pick<UserRow, 'id' | 'displayName' | 'photo' | 'userPrincipalName'> & {
  readonly jobTitle?: unknown
  readonly department?: unknown
}

/** Another user, found as in the list of users. */
export function UserEditor(props: EditorProps) {
  const { id, value, user, onChange, onLeave } = props
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
  const chosen = useChosen(asText(value), found?.rows ?? [], props)
  const options: readonly Choice[] = (found?.rows ?? []).filter((row) => row.id !== user?.id)
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
        onChange(next?.id ?? null)
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
        onLeave()
      }}
      loading={isFetching}
      noOptionsText={t('noMatch')}
      slotProps={comboSlots(t('suggestions'))}
      renderOption={({ key, ...option }, choice) => (
        <li key={key} {...option}>
          <Offered user={choice} />
        </li>
      )}
      renderInput={(params) => (
        <ComboInput
          params={params}
          {...props}
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

/** Whoever the id stands for: known from the profile, from what was found, or asked for. */
function useChosen(
  id: string,
  rows: readonly Choice[],
  { user, name }: EditorProps,
): Choice | null {
  const api = useApi()
  const stored = name === 'managerId' && user?.manager?.id === id ? user.manager : undefined
  const { data } = useQuery({ ...userQueryOf(api, id), enabled: id !== '' && !stored })
  if (id === '') return null
  if (stored) return { ...stored, userPrincipalName: '' }
  return rows.find((row) => row.id === id) ?? data ?? null
}

function Offered({ user }: { readonly user: Choice }) {
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
