import Typography from '@mui/material/Typography'
import type { Profile } from '../../../shared/contract/profile.ts'
import { useWhyNot } from '../../api/use-authority.ts'
import { PhotoEditor } from './photo-editor.tsx'
import { PhotoFrame } from './photo-frame.tsx'

/** A user's photo, and the ways to change it for whoever may. */
export function PhotoCard({ user }: { readonly user: Profile }) {
  const refusal = useWhyNot()('photos.update', { user })
  const deleted = user.deletedDateTime !== null
  if (refusal === undefined && !deleted) return <PhotoEditor user={user} />
  return (
    <PhotoFrame user={user}>
      {deleted ? null : (
        <Typography variant="body2" color="textSecondary">
          {refusal}
        </Typography>
      )}
    </PhotoFrame>
  )
}
