import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { useToast } from '../ui/toast.tsx'
import { RestorePage } from './restore-page.tsx'
import { StartFrame } from './start-frame.tsx'

/** The first start: a directory of one's own, or the sample to look around in. */
export function WelcomePage({
  status,
  onCreate,
}: {
  readonly status: Output<'directoryStatus'>
  readonly onCreate: () => void
}) {
  const { t } = useTranslation('start')
  const [restoring, setRestoring] = useState(false)
  if (restoring) return <RestorePage status={status} onBack={() => setRestoring(false)} />
  return (
    <StartFrame title={t('welcome')} dataFolder={status.dataFolder}>
      <Typography color="textSecondary" sx={{ mb: 3 }}>
        {t('introduction')}
      </Typography>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Choice hint={t('createHint')}>
          <Button variant="contained" fullWidth size="medium" onClick={onCreate}>
            {t('createHeading')}
          </Button>
        </Choice>
        {status.hasSample ? <SampleChoice /> : null}
        {status.mayRestore ? (
          <Choice hint={t('restoreChoice')}>
            <Button variant="outlined" fullWidth size="medium" onClick={() => setRestoring(true)}>
              {t('openBackup')}
            </Button>
          </Choice>
        ) : null}
      </Box>
    </StartFrame>
  )
}

function SampleChoice() {
  const { t } = useTranslation('start')
  const api = useApi()
  const toast = useToast()
  const opening = useMutation({
    mutationFn: () => api.openSampleDirectory({}),
    onSuccess: (account) => toast({ message: t('sampleAccount', account) }),
  })
  return (
    <>
      <Choice hint={t('sampleHint')}>
        <Button
          variant="outlined"
          fullWidth
          size="medium"
          loading={opening.isPending}
          onClick={() => opening.mutate()}
        >
          {t('sampleHeading')}
        </Button>
      </Choice>
      <FailureAlert error={opening.error} />
    </>
  )
}

function Choice({ hint, children }: { readonly hint: string; readonly children: React.ReactNode }) {
  return (
    <div>
      {children}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        {hint}
      </Typography>
    </div>
  )
}
