import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import {
  ChevronsDownUp,
  ChevronsUpDown,
  CornerDownRight,
  type LucideIcon,
  Maximize,
  Printer,
  UserRound,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/contract/profile.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { CommandButton } from '../ui/command-button.tsx'
import type { PrintedSize } from './chart-sheet.tsx'
import { zoomStep } from './chart-view.tsx'

/** What can be done with the chosen person, and with the chart. */
export function ChartCommands({
  person,
  isTop,
  zoom,
  onZoom,
  onFit,
  onOpenAll,
  onCloseAll,
  onPrint,
}: {
  readonly person: Person
  readonly isTop: boolean
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
  readonly onFit: () => void
  readonly onOpenAll: () => void
  readonly onCloseAll: () => void
  readonly onPrint: (size: PrintedSize) => void
}) {
  const { t } = useTranslation('chart')
  const [asking, setAsking] = useState<HTMLElement | null>(null)
  const print = (size: PrintedSize) => {
    setAsking(null)
    onPrint(size)
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap' }}>
      <CommandButton
        label={t('openProfile')}
        icon={UserRound}
        onClick={() => goTo(places.profile(person.id))}
      />
      <CommandButton
        label={t('startHere')}
        icon={CornerDownRight}
        disabled={isTop}
        onClick={() => goTo(places.chartFrom(person.id))}
      />
      <CommandButton label={t('expandAll')} icon={ChevronsUpDown} onClick={onOpenAll} />
      <CommandButton label={t('collapseAll')} icon={ChevronsDownUp} onClick={onCloseAll} />
      <CommandButton
        label={t('print')}
        icon={Printer}
        aria-haspopup="menu"
        onClick={(event) => setAsking(event.currentTarget)}
      />
      <Menu anchorEl={asking} open={asking !== null} onClose={() => setAsking(null)}>
        <MenuItem onClick={() => print('one page')}>{t('printOne')}</MenuItem>
        <MenuItem onClick={() => print('many pages')}>{t('printMany')}</MenuItem>
      </Menu>
      <Zoom label={t('zoomOut')} icon={ZoomOut} onClick={() => onZoom(zoom / zoomStep)} />
      <Tooltip title={t('actualSize')}>
        <Box
          component="button"
          type="button"
          aria-label={t('zoomed', { percent: Math.round(zoom * 100) })}
          onClick={() => onZoom(1)}
          sx={{
            width: 48,
            height: 28,
            border: 0,
            bgcolor: 'transparent',
            color: 'text.secondary',
            font: 'inherit',
            fontSize: 12,
            whiteSpace: 'nowrap',
            fontVariantNumeric: 'tabular-nums',
            cursor: 'pointer',
          }}
        >
          {Math.round(zoom * 100)} %
        </Box>
      </Tooltip>
      <Zoom label={t('zoomIn')} icon={ZoomIn} onClick={() => onZoom(zoom * zoomStep)} />
      <Zoom label={t('fit')} icon={Maximize} onClick={onFit} />
    </Box>
  )
}

function Zoom({
  label,
  icon: Icon,
  onClick,
}: {
  readonly label: string
  readonly icon: LucideIcon
  readonly onClick: () => void
}) {
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </IconButton>
    </Tooltip>
  )
}
