import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { UserAvatar } from '../ui/user-avatar.tsx'
import type { LeftReports } from './use-left-reports.ts'

/** The first of them by name. */
export function ReportList({ left: { people, count } }: { readonly left: LeftReports }) {
  const { t } = useTranslation('reports')
  const more = count - people.length
  return (
    <Box component="ul" tabIndex={0} aria-label={t('list')} sx={list}>
      {people.map((person) => (
        <Box key={person.id} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <UserAvatar user={person} size={24} />
          <Typography component="bdi" noWrap>
            {person.displayName}
          </Typography>
          <Typography component="bdi" variant="caption" color="textSecondary" noWrap>
            {person.userPrincipalName}
          </Typography>
        </Box>
      ))}
      {more > 0 ? <li>{t('more', { count: more })}</li> : null}
    </Box>
  )
}

const list = {
  m: 0,
  p: 1,
  display: 'grid',
  gap: 0.5,
  maxHeight: 180,
  overflow: 'auto',
  listStyle: 'none',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const
