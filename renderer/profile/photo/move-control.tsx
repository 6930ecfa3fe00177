import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CropView, moved, type Picture, wholeView } from './crop-view.ts'
import { moves, steps } from './steps.ts'

/** Moves the picture under its frame without any dragging. */
export function MoveControl({
  picture,
  onView,
}: {
  readonly picture: Picture
  readonly onView: (change: (view: CropView) => CropView) => void
}) {
  const { t } = useTranslation('photo')
  const move = (way: keyof typeof moves) => () =>
    onView((view) => moved(view, picture, moves[way].x * steps.usual, moves[way].y * steps.usual))
  return (
    <Box
      role="group"
      aria-label={t('move')}
      sx={{
        display: 'grid',
        gridTemplateAreas: '". up ." "left over right" ". down ."',
        justifyContent: 'center',
      }}
    >
      <Press area="up" label={t('moveUp')} onPress={move('up')}>
        <ArrowUp size={16} aria-hidden />
      </Press>
      <Press area="left" label={t('moveLeft')} onPress={move('left')}>
        <ArrowLeft size={16} aria-hidden />
      </Press>
      <Press area="over" label={t('startOver')} onPress={() => onView(() => wholeView)}>
        <RotateCcw size={16} aria-hidden />
      </Press>
      <Press area="right" label={t('moveRight')} onPress={move('right')}>
        <ArrowRight size={16} aria-hidden />
      </Press>
      <Press area="down" label={t('moveDown')} onPress={move('down')}>
        <ArrowDown size={16} aria-hidden />
      </Press>
    </Box>
  )
}

function Press({
  area,
  label,
  onPress,
  children,
}: {
  readonly area: string
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <IconButton
      aria-label={label}
      title={label}
      onClick={onPress}
      sx={{ gridArea: area, width: 32, height: 32 }}
    >
      {children}
    </IconButton>
  )
}
