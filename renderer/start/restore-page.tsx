import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { BackupFolders } from '../backups/backup-folders.tsx'
import { BackupList } from '../backups/backup-list.tsx'
import { StartFrame } from './start-frame.tsx'

/** The backups, where the directory cannot be opened or is not there. */
export function RestorePage({
  status,
  onBack,
}: {
  readonly status: Output<'directoryStatus'>
  readonly onBack: () => void
}) {
  const { t } = useTranslation('start')
  return (
    <StartFrame title={t('openBackup')} dataFolder={status.dataFolder} wide>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('restoreHint')}
      </Typography>
      <BackupFolders />
      <BackupList />
      <Box sx={{ mt: 2 }}>
        <Button variant="outlined" onClick={onBack}>
          {t('back')}
        </Button>
      </Box>
    </StartFrame>
  )
}
