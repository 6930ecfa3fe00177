import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { PlacedPerson } from '../../shared/contract/chart-requests.ts'
import type { Person } from '../../shared/contract/profile.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'

/** Whom the top of the chart reports to, up to the very top; at the very top, the others who report to nobody. */
export function WayUp({
  top,
  above,
  tops,
}: {
  readonly top: Person
  readonly above: readonly Person[]
  readonly tops: readonly PlacedPerson[]
}) {
  const { t } = useTranslation('chart')
  if (above.length > 0)
    return (
      <Typography variant="body2" component="nav" aria-label={t('reportsTo')}>
        {above.toReversed().map((person) => (
          <Box key={person.id} component="span">
            <GoLink to={places.chartFrom(person.id)}>
              <bdi>{person.displayName}</bdi>
            </GoLink>
            {' › '}
          </Box>
        ))}
        <bdi>{top.displayName}</bdi>
      </Typography>
    )
  if (tops.length < 2) return null
  return (
    <TextField
      select
      label={t('start')}
      value={top.id}
      onChange={(event) => goTo(places.chartFrom(event.target.value))}
      fullWidth={false}
      sx={{ minWidth: 240, mt: 0.5 }}
    >
      {tops.map(({ id, displayName, below }) => (
        <MenuItem key={id} value={id}>
          <bdi>{displayName}</bdi>&nbsp;({below})
        </MenuItem>
      ))}
    </TextField>
  )
}
