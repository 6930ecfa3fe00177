import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Slider from '@mui/material/Slider'
import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type CropView, mostZoom, type Picture, zoomed } from './crop-view.ts'
import { steps } from './steps.ts'

// Never disabled outright: the button that was just pressed would lose the focus.
const dimmed = { '&[aria-disabled=true]': { opacity: 0.4 } }

/** A slider for the zoom between buttons that do the same step by step. */
export function ZoomControl({
  picture,
  view,
  onView,
}: {
  readonly picture: Picture
  readonly view: CropView
  readonly onView: (change: (view: CropView) => CropView) => void
}) {
  const { t } = useTranslation('photo')
  const most = mostZoom(picture)
  const zoomTo = (wanted: (zoom: number) => number) =>
    onView((last) => zoomed(last, picture, wanted(last.zoom)))
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <IconButton
        aria-label={t('zoomOut')}
        aria-disabled={view.zoom <= 1}
        sx={dimmed}
        onClick={() => zoomTo((zoom) => zoom / steps.zoom)}
      >
        <Minus size={16} aria-hidden />
      </IconButton>
      <Slider
        size="small"
        aria-label={t('zoom')}
        min={1}
        max={most}
        step={0.05}
        shiftStep={0.5}
        disabled={most === 1}
        value={view.zoom}
        getAriaValueText={(value) => t('zoomValue', { value })}
        onChange={(_event, value) => zoomTo(() => Number(value))}
      />
      <IconButton
        aria-label={t('zoomIn')}
        aria-disabled={view.zoom >= most}
        sx={dimmed}
        onClick={() => zoomTo((zoom) => zoom * steps.zoom)}
      >
        <Plus size={16} aria-hidden />
      </IconButton>
    </Box>
  )
}
