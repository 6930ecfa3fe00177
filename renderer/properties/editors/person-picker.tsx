import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/user-requests.ts'
import { useApi } from '../../api/api-context.tsx'
import { usersQuery } from '../../api/queries.ts'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import { limitWithout, offeredOf, RecordPicker, usePickerText } from './record-picker.tsx'

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
  const text = usePickerText()
  const { data: found, isFetching } = useQuery({
    ...usersQuery(useApi(), {
      search: text.search,
      offset: 0,
      limit: limitWithout(without),
      properties: ['jobTitle', 'department'],
    }),
    enabled: text.open,
    placeholderData: keepPreviousData,
  })
  const options: readonly PickedPerson[] = offeredOf(found?.rows ?? [], without)
  return (
    <RecordPicker
      id={id}
      label={label}
      text={text}
      options={options}
      searching={isFetching}
      chosen={chosen}
      invalid={invalid}
      inDialog={inDialog}
      describedBy={describedBy}
      placeholder={t('searchPeople')}
      none={t('noMatch')}
      start={
        chosen && text.typed === null ? (
          <InputAdornment position="start" sx={{ mr: 0 }}>
            <UserAvatar user={chosen} size={22} />
          </InputAdornment>
        ) : undefined
      }
      renderOption={(person) => <Offered user={person} />}
      onChoose={onChoose}
      onLeave={onLeave}
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
