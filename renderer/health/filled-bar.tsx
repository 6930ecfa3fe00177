import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filled } from '../../shared/contract/health-requests.ts'

/** In whole per cent, and never 100 before everything is there. */
export const percentOf = ({ filled, possible }: Filled) =>
  possible === 0 ? 100 : Math.floor((100 * filled) / possible)

/** How much of something is filled in, as a bar and as a figure. */
export function FilledBar({ label, ...counts }: Filled & { readonly label: string }) {
  const { t } = useTranslation('health')
  const name = useId()
  const percent = percentOf(counts)
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="body2" id={name}>
          {label}
        </Typography>
        <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {t('percent', { percent })}
        </Typography>
      </Box>
      <LinearProgress
        variant="determinate"
        value={percent}
        aria-labelledby={name}
        sx={{ height: 6, borderRadius: 3 }}
      />
    </Box>
  )
}
