import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { usePermission } from '../../api/use-permission.ts'
import { PhotoEditor } from './photo-editor.tsx'
import { PhotoFrame } from './photo-frame.tsx'

/** A user's photo, and the ways to change it for whoever may. */
export function PhotoCard({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('photo')
  const allowed = usePermission('photos.update')
  const deleted = user.deletedDateTime !== null
  if (allowed && !deleted) return <PhotoEditor user={user} />
  return (
    <PhotoFrame user={user}>
      {deleted ? null : (
        <Typography variant="body2" color="textSecondary">
          {t('notAllowed')}
        </Typography>
      )}
    </PhotoFrame>
  )
}
