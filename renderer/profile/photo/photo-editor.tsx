import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { inMegabytes, pictureLimits } from '../../../shared/directory/picture.ts'
import { failureIn } from '../../api/client.ts'
import { usePolicies } from '../../api/queries.ts'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { CropDialog } from './crop-dialog.tsx'
import type { Square } from './crop-view.ts'
import { FileButton } from './file-button.tsx'
import { PhotoFrame } from './photo-frame.tsx'
import { useChosenPicture } from './use-chosen-picture.ts'
import { useDroppedFile } from './use-dropped-file.ts'
import { usePastedFile } from './use-pasted-file.ts'
import { usePhotoChange } from './use-photo-change.ts'

/** The photo card of whoever may change the photo: choose, drop or paste a picture, or remove it. */
export function PhotoEditor({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('photo')
  const changeButton = useRef<HTMLButtonElement>(null)
  const save = usePhotoChange(user.id)
  const { data: policies } = usePolicies()
  const { bytes: largest } = policies?.picture ?? pictureLimits
  const { chosen, ...choice } = useChosenPicture(user, ({ before, image }) =>
    save.mutate({ before, image }),
  )
  // Somebody else changed the photo meanwhile; trying again replaces theirs.
  const conflict = failureIn(save.error)?.code === 'conflict'
  // No button is disabled meanwhile, because it would lose the focus.
  const busy = choice.opening || save.isPending || chosen !== null

  const receive = (file: File) => {
    if (busy) return
    save.reset()
    choice.open(file)
  }
  const use = (crop: Square) => {
    if (!chosen?.cropping || save.isPending) return
    const before = conflict ? null : chosen.before
    save.mutate({ before, image: chosen.image, crop }, { onSuccess: choice.endCropping })
  }
  const cancel = () => {
    if (save.isPending) return
    choice.endCropping()
    save.reset()
  }
  const remove = () => {
    if (busy) return
    choice.forgetError()
    save.mutate({ before: user, image: null }, { onSuccess: () => changeButton.current?.focus() })
  }
  const tryAgain = () => {
    if (save.variables) save.mutate({ ...save.variables, before: null })
  }

  const { over, target } = useDroppedFile(receive)
  usePastedFile(receive)
  const saving = save.isPending && !chosen
  return (
    <Box
      {...target}
      sx={{ borderRadius: 1, outline: over ? '2px dashed' : 'none', outlineColor: 'primary.main' }}
    >
      <PhotoFrame user={user}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <FileButton
            ref={changeButton}
            label={t('change')}
            accept="image/jpeg,image/png,image/webp"
            onFile={receive}
          />
          {user.photo ? <Button onClick={remove}>{t('remove')}</Button> : null}
        </Box>
        <Typography variant="body2" color="textSecondary">
          {t('hint', { limit: inMegabytes(largest) })}
        </Typography>
        {choice.opening || saving ? (
          <LinearProgress aria-label={t(saving ? 'saving' : 'opening')} />
        ) : null}
        {chosen ? null : (
          <FailureAlert
            error={choice.error ?? save.error}
            {...(conflict ? { onRetry: tryAgain } : {})}
          />
        )}
      </PhotoFrame>
      {chosen ? (
        <CropDialog
          open={chosen.cropping}
          file={chosen.copy}
          picture={chosen.picture}
          saving={save.isPending}
          error={save.error}
          conflict={conflict}
          onUse={use}
          onCancel={cancel}
          onClosed={choice.forget}
        />
      ) : null}
    </Box>
  )
}
