import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { StartFrame } from './start-frame.tsx'

/** Says why the directory stays closed and that nothing in it was touched. */
export function DamagedPage({ status }: { readonly status: Output<'directoryStatus'> }) {
  const { t } = useTranslation('start')
  return (
    <StartFrame title={t('damagedHeading')} dataFolder={status.dataFolder}>
      <Alert severity="error" sx={{ my: 2 }}>
        {status.reason}
      </Alert>
      <Typography color="textSecondary">{t('damagedHint')}</Typography>
    </StartFrame>
  )
}
