import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

/** Says that the next try has to wait, and how long. Screen readers hear it once, not every second. */
export function WaitNotice({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('start')
  if (seconds === 0) return null
  return (
    <Alert severity="warning">
      {t('waitBefore')}{' '}
      <Box
        component="span"
        role="timer"
        aria-label={t('waitLabel')}
        sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}
      >
        {clockOf(seconds)}
      </Box>
    </Alert>
  )
}

const clockOf = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
