import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { CropArea } from './crop-area.tsx'
import { CropPreview } from './crop-preview.tsx'
import { type Picture, type Square, squareOf, wholeView } from './crop-view.ts'
import { MoveControl } from './move-control.tsx'
import { useObjectUrl } from './use-object-url.ts'
import { ZoomControl } from './zoom-control.tsx'

type CropProps = {
  readonly file: Blob
  readonly picture: Picture
  readonly saving: boolean
  /** Why the last try to save did not work. */
  readonly error: unknown
  /** Whether trying again may help. */
  readonly conflict: boolean
  readonly onUse: (square: Square) => void
  readonly onCancel: () => void
}

/** Asks which square of a picture becomes the photo. Stays open until the photo is saved. */
export function CropDialog({
  open,
  onClosed,
  ...crop
}: CropProps & { readonly open: boolean; readonly onClosed: () => void }) {
  const title = useId()
  return (
    <Dialog
      open={open}
      onClose={crop.onCancel}
      maxWidth={false}
      aria-labelledby={title}
      slotProps={{ transition: { onExited: onClosed } }}
    >
      <Crop {...crop} title={title} />
    </Dialog>
  )
}

function Crop({
  file,
  picture,
  saving,
  error,
  conflict,
  onUse,
  onCancel,
  title,
}: CropProps & { readonly title: string }) {
  const { t } = useTranslation('photo')
  const hint = useId()
  const url = useObjectUrl(file)
  const [view, setView] = useState(wholeView)
  const square = squareOf(view, picture)
  return (
    <>
      <DialogTitle id={title} variant="h2">
        {t('cropTitle')}
      </DialogTitle>
      <DialogContent
        sx={{
          width: 544,
          display: 'flex',
          flexDirection: 'column',
          gap: 2,
          // Room for the focus ring of what comes first.
          '.MuiDialogTitle-root + &': { pt: 0.5 },
        }}
      >
        <Box sx={{ display: 'flex', gap: 3 }}>
          <CropArea {...{ url, picture, view }} onView={setView} describedBy={hint} />
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
            <CropPreview {...{ url, picture, square }} />
            <MoveControl picture={picture} onView={setView} />
          </Box>
        </Box>
        <ZoomControl {...{ picture, view }} onView={setView} />
        <Typography id={hint} variant="body2" color="textSecondary">
          {t('cropHint')}
        </Typography>
        <FailureAlert error={error} {...(conflict ? { onRetry: () => onUse(square) } : {})} />
      </DialogContent>
      <Box sx={{ height: 4 }}>{saving ? <LinearProgress aria-label={t('saving')} /> : null}</Box>
      <DialogActions>
        <Button onClick={onCancel} aria-disabled={saving}>
          {t('cancel')}
        </Button>
        <Button variant="contained" onClick={() => onUse(square)} aria-disabled={saving}>
          {t('use')}
        </Button>
      </DialogActions>
    </>
  )
}
