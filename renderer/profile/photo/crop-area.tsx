import Box from '@mui/material/Box'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import Cropper from 'react-easy-crop'
// As a file: the styles that the cropper would inject by itself are not allowed on this page.
import 'react-easy-crop/react-easy-crop.css'
import { useTranslation } from 'react-i18next'
import { type CropView, frame, mostZoom, moved, type Picture, zoomed } from './crop-view.ts'
import { moves, steps } from './steps.ts'

/** Wider than the frame, so that what is cut off can be seen. In screen pixels. */
const stage = 336
const frameSize = { width: frame, height: frame }

/** The picture under its frame: drag it, or focus it and use the keys. */
export function CropArea({
  url,
  picture,
  view,
  onView,
  describedBy,
}: {
  readonly url: string | null
  readonly picture: Picture
  readonly view: CropView
  readonly onView: (change: (view: CropView) => CropView) => void
  readonly describedBy: string
}) {
  const { t } = useTranslation('photo')
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => area.current?.focus(), [])
  const press = (event: KeyboardEvent) => {
    const change = changeFor(event, picture)
    if (!change) return
    event.preventDefault()
    onView(change)
  }
  return (
    <Box
      ref={area}
      role="application"
      aria-label={t('cropArea')}
      aria-describedby={describedBy}
      tabIndex={0}
      onKeyDown={press}
      sx={{
        position: 'relative',
        width: stage,
        height: stage,
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: '#1c2024',
      }}
    >
      {url ? (
        <Cropper
          image={url}
          crop={view}
          zoom={(view.zoom * frame) / stage}
          minZoom={frame / stage}
          maxZoom={(mostZoom(picture) * frame) / stage}
          aspect={1}
          cropSize={frameSize}
          objectFit={picture.width > picture.height ? 'vertical-cover' : 'horizontal-cover'}
          showGrid={false}
          onCropChange={({ x, y }) => onView(({ zoom }) => ({ x, y, zoom }))}
          onZoomChange={(zoom) => onView((last) => ({ ...last, zoom: (zoom * stage) / frame }))}
          // The area around it has the focus and the keys.
          cropperProps={{ tabIndex: undefined }}
          disableAutomaticStylesInjection
        />
      ) : null}
    </Box>
  )
}

function changeFor(event: KeyboardEvent, picture: Picture) {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const length = event.shiftKey ? steps.fine : steps.usual
  const direction = Object.values(moves).find(({ key }) => key === event.key)
  if (direction)
    return (view: CropView) => moved(view, picture, direction.x * length, direction.y * length)
  const factor = { '+': steps.zoom, '=': steps.zoom, '-': 1 / steps.zoom, _: 1 / steps.zoom }[
    event.key
  ]
  return factor ? (view: CropView) => zoomed(view, picture, view.zoom * factor) : null
}
