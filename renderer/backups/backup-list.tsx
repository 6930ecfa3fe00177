import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, KeptBackup } from '../../shared/storage/backup.ts'
import { useApi } from '../api/api-context.tsx'
import { useBackups } from '../api/queries.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { useToast } from '../ui/toast.tsx'

const reasons = {
  daily: 'daily',
  'before-import': 'beforeImport',
  'before-restore': 'beforeRestore',
  'by-hand': 'byHand',
} as const

const placeOf = ({ first, second }: KeptBackup) =>
  first && second ? 'inBoth' : first ? 'inFirst' : 'inSecond'

/** The backups there are, each of which can be put in the directory's place. */
export function BackupList() {
  const { t } = useTranslation('backups')
  const { data, error } = useBackups()
  if (error) return <FailureAlert error={error} />
  if (!data) return null
  if (data.backups.length === 0) return <Typography sx={{ mt: 1 }}>{t('none')}</Typography>
  return (
    <Box component="ul" aria-label={t('listLabel')} sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
      {data.backups.map((backup) => (
        <Entry
          key={`${backup.id} ${backup.first}`}
          backup={backup}
          told={data.secondFolder !== null}
        />
      ))}
    </Box>
  )
}

function Entry({
  backup,
  told,
}: {
  readonly backup: KeptBackup
  /** Whether to tell in which folder it is. */
  readonly told: boolean
}) {
  const { t } = useTranslation('backups')
  const { moment, number } = useFormats()
  const [asked, setAsked] = useState(false)
  const when = moment(backup.takenAt)
  const facts = [
    t('users', { count: backup.users, shown: number(backup.users) }),
    t('size', { megabytes: number(Math.max(0.1, Math.round(backup.bytes / 100_000) / 10)) }),
    t(reasons[backup.reason]),
    ...(told ? [t(placeOf(backup))] : []),
  ]
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography>{when}</Typography>
          <Typography variant="body2" color="textSecondary">
            {facts.join(' · ')}
          </Typography>
        </Box>
        <Button
          aria-label={t('restoreOf', { when })}
          aria-expanded={asked}
          onClick={() => setAsked(!asked)}
        >
          {t('restore')}
        </Button>
      </Box>
      {asked ? <Question backup={backup} onClose={() => setAsked(false)} /> : null}
    </Box>
  )
}

function Question({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const { t } = useTranslation('backups')
  const { moment, number } = useFormats()
  const api = useApi()
  const toast = useToast()
  const text = useId()
  const when = moment(backup.takenAt)
  const restoring = useMutation({
    mutationFn: () => api.restoreBackup({ id: backup.id }),
    onSuccess: ({ missingPhotos }) =>
      toast({
        message:
          missingPhotos === 0
            ? t('restored', { when })
            : t('restoredWithoutPhotos', {
                when,
                count: missingPhotos,
                shown: number(missingPhotos),
              }),
      }),
  })
  return (
    <Box role="group" aria-labelledby={text} sx={{ mt: 1, display: 'grid', gap: 1 }}>
      <Alert severity="warning" id={text}>
        {t('confirm', { when })}
      </Alert>
      <FailureAlert error={restoring.error} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button autoFocus disabled={restoring.isPending} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          variant="contained"
          color="warning"
          loading={restoring.isPending}
          onClick={() => restoring.mutate()}
        >
          {t('confirmRestore')}
        </Button>
      </Box>
    </Box>
  )
}
