import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

/** A value to choose, and how many users have it. */
export function CountedOption({
  name,
  count,
}: {
  readonly name: string
  readonly count: number | undefined
}) {
  const { t } = useTranslation('users')
  return (
    <Box sx={{ display: 'flex', gap: 2, width: '100%', minWidth: 0 }}>
      <Typography variant="body2" dir="auto" noWrap sx={{ flex: 1 }}>
        {name}
      </Typography>
      {count === undefined ? null : (
        <Typography variant="body2" color="textSecondary">
          {t('filterCount', { n: count })}
        </Typography>
      )}
    </Box>
  )
}
