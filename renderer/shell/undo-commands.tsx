import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePermission } from '../api/use-permission.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { keysOf } from '../ui/shortcuts.ts'
import { useUndoSteps } from './use-undo-steps.ts'

/** What was done last and can be taken back, and what was taken back last: as a menu, and by their keys. */
export function UndoCommands() {
  return usePermission('history.undo') ? <Commands /> : null
}

function Commands() {
  const { t } = useTranslation('shell')
  const { undo, redo } = useUndoSteps()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  const choose = (run: () => void) => () => {
    close()
    run()
  }
  return (
    <>
      <Tooltip title={t('latestChanges')}>
        <IconButton
          size="small"
          aria-label={t('latestChanges')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          sx={{ width: 24, height: 24 }}
        >
          <Undo2 size={14} aria-hidden />
        </IconButton>
      </Tooltip>
      <Menu
        // It belongs to the footer, which is a landmark.
        disablePortal
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ list: { 'aria-label': t('latestChanges') }, paper: { sx: { maxWidth: 480 } } }}
      >
        <Item label={undo?.label ?? t('undoNothing')} keys="mod+z" run={undo && choose(undo.run)} />
        <Item
          label={redo?.label ?? t('redoNothing')}
          keys="mod+shift+z"
          run={redo && choose(redo.run)}
        />
        <Divider />
        <MenuItem onClick={choose(() => goTo(places.history))}>{t('showHistory')}</MenuItem>
      </Menu>
    </>
  )
}

function Item({
  label,
  keys,
  run,
  ...rest
}: {
  readonly label: string
  readonly keys: string
  readonly run: (() => void) | null
}) {
  return (
    <MenuItem {...rest} disabled={run === null} {...(run ? { onClick: run } : {})}>
      <ListItemText
        primary={<bdi>{label}</bdi>}
        sx={{ mr: 3 }}
        slotProps={{ primary: { noWrap: true } }}
      />
      <Typography variant="caption" color="textSecondary">
        {keysOf(keys)}
      </Typography>
    </MenuItem>
  )
}
