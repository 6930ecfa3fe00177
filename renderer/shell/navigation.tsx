import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import {
  Boxes,
  CircleQuestionMark,
  HeartPulse,
  History,
  Lock,
  LogOut,
  type LucideIcon,
  Network,
  Settings,
  ShieldCheck,
  Trash2,
  Users,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { shortcuts } from '../../shared/contract/commands.ts'
import { useApi } from '../api/api-context.tsx'
import { useDirectory, useWhoAmI } from '../api/queries.ts'
import { useLock } from '../lock/use-lock.ts'
import { goTo, whenFree } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { keysOf } from '../ui/shortcuts.ts'
import { useToast } from '../ui/toast.tsx'

const entries = [
  { to: places.users, label: 'users', icon: Users },
  { to: places.groups, label: 'groups', icon: Boxes },
  { to: places.chart, label: 'chart', icon: Network },
  { to: places.roles, label: 'roles', icon: ShieldCheck },
  { to: places.deletedUsers, label: 'deletedUsers', icon: Trash2 },
  { to: places.health, label: 'health', icon: HeartPulse },
  { to: places.history, label: 'history', icon: History },
  { to: places.settings, label: 'settings', icon: Settings },
  { to: places.help, label: 'help', icon: CircleQuestionMark },
] as const satisfies readonly { to: string; label: string; icon: LucideIcon }[]

/** The pages, as words where there is room and as icons where there is not. */
export function Navigation() {
  const { t } = useTranslation()
  const { data: directory } = useDirectory()
  const wide = { xs: 'none', lg: 'block' }
  return (
    <Box
      component="nav"
      aria-label={t('navigation')}
      sx={{
        gridRow: '1 / 3',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ px: 2, pt: 2, pb: 1.5, minHeight: 56 }}>
        <Typography
          sx={{ display: wide, fontWeight: 600 }}
          noWrap
          dir="auto"
          title={directory?.displayName}
        >
          {directory?.displayName}
        </Typography>
        <Typography variant="caption" color="textSecondary" sx={{ display: wide }}>
          {t('appName')}
        </Typography>
      </Box>
      <List disablePadding sx={{ flex: 1, px: 1, overflow: 'auto' }}>
        {entries.map((entry) => (
          <Entry key={entry.to} {...entry} label={t(entry.label)} />
        ))}
      </List>
      <Account />
    </Box>
  )
}

function Entry({
  to,
  label,
  icon: Icon,
}: {
  readonly to: string
  readonly label: string
  readonly icon: LucideIcon
}) {
  const [location] = useLocation()
  const current = location === to || location.startsWith(`${to}/`)
  return (
    <ListItem disablePadding>
      <Tooltip
        title={label}
        placement="right"
        slotProps={{ popper: { sx: { display: { lg: 'none' } } } }}
      >
        <ListItemButton
          component="a"
          href={`#${to}`}
          selected={current}
          aria-current={current ? 'page' : undefined}
          aria-label={label}
          onClick={(event: React.MouseEvent) => {
            event.preventDefault()
            goTo(to)
          }}
          sx={{ borderRadius: 1, minHeight: 36, px: 1, mb: 0.25 }}
        >
          <ListItemIcon sx={{ minWidth: 32, color: current ? 'primary.main' : 'text.secondary' }}>
            <Icon size={18} aria-hidden />
          </ListItemIcon>
          <ListItemText primary={label} sx={{ display: { xs: 'none', lg: 'block' }, my: 0 }} />
        </ListItemButton>
      </Tooltip>
    </ListItem>
  )
}

function Account() {
  const { t } = useTranslation()
  const api = useApi()
  const toast = useToast()
  const lock = useLock()
  const { data: me } = useWhoAmI()
  if (!me) return null
  const signOut = async () => {
    await api.signOut({})
    toast(null)
    goTo(places.users, { replace: true, unguarded: true })
  }
  return (
    <Box
      component="section"
      aria-label={t('account')}
      sx={{
        display: 'flex',
        // Among icons there is no room for two of them beside each other.
        flexDirection: { xs: 'column', lg: 'row' },
        alignItems: 'center',
        gap: { xs: 0, lg: 1 },
        p: 1,
        pl: { xs: 1, lg: 2 },
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ display: { xs: 'none', lg: 'block' }, flex: 1, minWidth: 0 }}>
        <Typography
          variant="body2"
          noWrap
          dir="auto"
          title={t('signedInAs', { name: me.userPrincipalName })}
        >
          {me.displayName}
        </Typography>
        <Typography
          variant="caption"
          color="textSecondary"
          noWrap
          component="div"
          title={me.roles.join(', ')}
        >
          {me.roles.join(', ')}
        </Typography>
      </Box>
      <Tooltip title={t('lockHint', { keys: keysOf(shortcuts.lock) })}>
        <IconButton aria-label={t('lock')} onClick={lock}>
          <Lock size={16} aria-hidden />
        </IconButton>
      </Tooltip>
      <Tooltip title={t('signOut')}>
        <IconButton aria-label={t('signOut')} onClick={() => whenFree(() => void signOut())}>
          <LogOut size={16} aria-hidden />
        </IconButton>
      </Tooltip>
    </Box>
  )
}
