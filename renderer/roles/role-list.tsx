import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ListedRole } from '../../shared/contract/role-requests.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'

/** Every role with what it is for and how many hold it, as the way to it. */
export function RoleList({
  roles,
  chosen,
}: {
  readonly roles: readonly ListedRole[]
  readonly chosen: string | undefined
}) {
  const { t } = useTranslation('roles')
  return (
    <Box
      component="nav"
      aria-label={t('list')}
      sx={{ overflow: 'auto', borderRight: 1, borderColor: 'divider', p: 1 }}
    >
      <List disablePadding>
        {roles.map((role) => (
          <ListItem key={role.id} disablePadding>
            <ListItemButton
              component="a"
              href={`#${places.role(role.id)}`}
              selected={role.id === chosen}
              aria-current={role.id === chosen ? 'page' : undefined}
              onClick={(event: React.MouseEvent) => {
                event.preventDefault()
                goTo(places.role(role.id))
              }}
              sx={{ display: 'block', borderRadius: 1, px: 1.5, py: 0.75 }}
            >
              <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
                <Typography component="span" sx={{ flex: 1, fontWeight: 500 }}>
                  {role.name}
                </Typography>
                <Typography
                  component="span"
                  variant="caption"
                  color="textSecondary"
                  sx={{ whiteSpace: 'nowrap' }}
                >
                  {role.members.length === 0
                    ? t('noMembers')
                    : t('memberCount', { count: role.members.length })}
                </Typography>
              </Box>
              <Typography component="div" variant="caption" color="textSecondary">
                {role.description}
              </Typography>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Box>
  )
}
