import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { usePermission } from '../api/use-permission.ts'
import { BackupFolders } from '../backups/backup-folders.tsx'
import { BackupList } from '../backups/backup-list.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useToast } from '../ui/toast.tsx'
import { SecondBackupFolder } from './second-backup-folder.tsx'

/** The backups of the directory, for whoever may restore them. */
export function BackupsCard() {
  const { t } = useTranslation('backups')
  const api = useApi()
  const toast = useToast()
  const backingUp = useMutation({
    mutationFn: () => api.backUpNow({}),
    // The banner says why it could not be made in one of the folders.
    onSuccess: ({ failures }) =>
      toast({ message: t(failures.length === 0 ? 'backedUp' : 'backedUpPartly') }),
  })
  if (!usePermission('directory.backup')) return null
  return (
    <SectionCard
      title={t('heading')}
      actions={
        <Button loading={backingUp.isPending} onClick={() => backingUp.mutate()}>
          {t('backUpNow')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Typography variant="body2" color="textSecondary">
          {t('hint')}
        </Typography>
        <FailureAlert error={backingUp.error} />
        <BackupFolders second={<SecondBackupFolder />} />
        <BackupList />
      </Box>
    </SectionCard>
  )
}
