import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedRole, RoleMember } from '../../shared/contract/role-requests.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { SignInStanding } from '../assignments/sign-in-standing.tsx'
import { places } from '../navigation/places.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { UserAvatar } from '../ui/user-avatar.tsx'

/** Somebody who holds a role. Without `onRemove` nobody is offered to take it away. */
export function Member({
  member,
  role,
  onRemove,
}: {
  readonly member: RoleMember
  readonly role: ListedRole
  readonly onRemove: (() => void) | undefined
}) {
  const { t } = useTranslation('roles')
  const { id, displayName, userPrincipalName } = member
  const refusal = useWhyNot()('roles.assign', { user: { id, displayName, roles: [role.name] } })
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 52,
        py: 0.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <UserAvatar user={member} size={32} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <GoLink to={places.profile(id)} sx={{ overflowWrap: 'anywhere' }}>
          <bdi>{displayName}</bdi>
        </GoLink>
        <Typography variant="caption" color="textSecondary" component="div" noWrap>
          <bdi dir="ltr">{userPrincipalName}</bdi>
        </Typography>
      </Box>
      <SignInStanding member={member} />
      {onRemove ? (
        <CommandButton
          label={t('remove')}
          icon={UserMinus}
          aria-label={t('removeMember', { name: displayName, role: role.name })}
          refusal={refusal}
          onClick={onRemove}
        />
      ) : null}
    </Box>
  )
}
