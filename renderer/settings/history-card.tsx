import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { usePermission } from '../api/use-permission.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { SectionCard } from '../ui/section-card.tsx'

/** Looks whether the history is what was written, for whoever may read it. */
export function HistoryCard() {
  const { t } = useTranslation('evidence')
  const api = useApi()
  const checking = useMutation({ mutationFn: () => api.checkHistory({}) })
  if (!usePermission('history.read')) return null
  return (
    <SectionCard
      title={t('heading')}
      actions={
        <Button loading={checking.isPending} onClick={() => checking.mutate()}>
          {t('check')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Typography variant="body2" color="textSecondary">
          {t('hint')}
        </Typography>
        <FailureAlert error={checking.error} />
        {checking.data ? <Findings found={checking.data} /> : null}
      </Box>
    </SectionCard>
  )
}

function Findings({ found }: { readonly found: Output<'checkHistory'> }) {
  const { t } = useTranslation('evidence')
  const { moment } = useFormats()
  const { entries, fit, at, code, backups } = found
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1 }}>
      {code === null ? (
        <Alert severity="error">
          {at === null
            ? t('brokenAtFirst')
            : t('broken', { number: fit + 1, last: fit, when: moment(at) })}{' '}
          {t('brokenHint')}
        </Alert>
      ) : (
        <Alert severity="success">
          {t('whole', { count: entries })} {t('code')}{' '}
          <Box component="code" sx={{ whiteSpace: 'nowrap' }}>
            {code}
          </Box>
        </Alert>
      )}
      {backups.same > 0 ? (
        <Typography variant="body2">{t('sameBackups', { count: backups.same })}</Typography>
      ) : null}
      {backups.other.map((backup) => (
        <Alert key={backup.takenAt} severity="warning">
          {t('otherBackup', { when: moment(backup.takenAt), count: backup.entries })}
        </Alert>
      ))}
    </Box>
  )
}
