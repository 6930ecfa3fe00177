import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { RetryButton } from './retry-button.tsx'
import { StartFrame } from './start-frame.tsx'

/** Another Roster has the directory: it can be looked at meanwhile. */
export function InUsePage({
  status,
  onRead,
}: {
  readonly status: Output<'directoryStatus'>
  readonly onRead: () => void
}) {
  const { t } = useTranslation('start')
  return (
    <StartFrame
      title={t('inUseHeading', { name: status.name ?? '' })}
      dataFolder={status.dataFolder}
      opensFolder
    >
      <Alert severity="info" sx={{ my: 2 }}>
        {status.readOnly?.message}
      </Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <RetryButton variant="contained" />
        <Button variant="outlined" onClick={onRead}>
          {t('openReadOnly')}
        </Button>
      </Box>
    </StartFrame>
  )
}
