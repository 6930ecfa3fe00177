import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { places } from '../../navigation/places.ts'
import { GoLink } from '../../ui/go-link.tsx'
import { PersonLink } from './person-link.tsx'
import { NoValue } from './property-value.tsx'

const shownAtFirst = 6

/** Who reports to this user, by name: a few at first, all that were read on demand. */
export function DirectReports({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('profile')
  const [all, setAll] = useState(false)
  const { directReports, directReportCount: count } = user
  if (count === 0)
    return (
      <>
        <NoValue />
        {user.managerId === null ? null : (
          <Box sx={{ mt: 0.5 }}>
            <InChart topId={user.managerId} />
          </Box>
        )}
      </>
    )
  const shown = all ? directReports : directReports.slice(0, shownAtFirst)
  return (
    <>
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
          columnGap: 2,
          rowGap: 0.5,
          maxHeight: 360,
          overflow: 'auto',
        }}
      >
        {shown.map((person) => (
          <li key={person.id}>
            <PersonLink person={person} />
          </li>
        ))}
      </Box>
      {all && count > directReports.length ? (
        <Typography variant="caption" color="textSecondary">
          {t('firstReports', { shown: directReports.length, count })}
        </Typography>
      ) : null}
      {!all && count > shownAtFirst ? (
        <Button onClick={() => setAll(true)} sx={{ mt: 0.5, ml: -1.5 }}>
          {t('showAllReports', { count })}
        </Button>
      ) : null}
      <Box sx={{ mt: 0.5 }}>
        <InChart topId={user.id} />
      </Box>
    </>
  )
}

function InChart({ topId }: { readonly topId: string }) {
  const { t } = useTranslation('profile')
  return <GoLink to={places.chartFrom(topId)}>{t('showInChart')}</GoLink>
}
