import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/profile.ts'
import { places } from '../../navigation/places.ts'
import { GoLink } from '../../ui/go-link.tsx'
import { UserAvatar } from '../../ui/user-avatar.tsx'

/** Another user, as the way to their profile. */
export function PersonLink({ person }: { readonly person: Person }) {
  const { t } = useTranslation('profile')
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <UserAvatar user={person} size={24} />
      <GoLink to={places.profile(person.id)} sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <bdi>{person.displayName}</bdi>
      </GoLink>
      {person.deleted ? (
        <Typography component="span" variant="caption" color="textSecondary">
          {t('deletedPerson')}
        </Typography>
      ) : null}
    </Box>
  )
}
