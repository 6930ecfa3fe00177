import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { SectionCard } from '../../ui/section-card.tsx'
import { UserAvatar } from '../../ui/user-avatar.tsx'

/** The card with the photo at its full size and whatever stands beside it. */
export function PhotoFrame({
  user,
  children,
}: {
  readonly user: Profile
  readonly children: ReactNode
}) {
  const { t } = useTranslation('photo')
  return (
    <SectionCard title={t('title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <UserAvatar
          user={user}
          size={160}
          alt={user.photo ? t('alt', { name: user.displayName }) : ''}
        />
        <Box
          sx={{
            flex: 1,
            minWidth: 200,
            display: 'flex',
            flexDirection: 'column',
            justifyContent: 'center',
            gap: 1.5,
          }}
        >
          {children}
        </Box>
      </Box>
    </SectionCard>
  )
}
