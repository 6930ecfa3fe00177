import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useUser } from '../api/queries.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { BackToUsers } from './back-to-users.tsx'
import { UserProfile } from './user-profile.tsx'

/** A user's profile, to read or to edit. */
export function ProfilePage({ id, editing }: { readonly id: string; readonly editing: boolean }) {
  const { t } = useTranslation('shell')
  const { data: user, error } = useUser(id)
  if (user) return <UserProfile user={user} editing={editing} />
  if (!error) return <Box component="main" aria-busy aria-label={t('loading')} />
  return (
    <Page title={t('users')} above={<BackToUsers />}>
      <FailureAlert error={error} />
    </Page>
  )
}
