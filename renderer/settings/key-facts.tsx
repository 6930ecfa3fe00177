import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useKeyStatus } from '../api/queries.ts'
import { useShutOut } from '../text/use-shut-out.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { DataKeyCommand } from './data-key-command.tsx'
import { Setting } from './setting.tsx'

/** What opens the directory, and how its data key is changed. */
export function KeyFacts() {
  const { t } = useTranslation('keys')
  const { data: status, error } = useKeyStatus()
  const shutOut = useShutOut(status)
  return (
    <Setting title={t('dataKey')}>
      <FailureAlert error={error} />
      {status ? <Facts status={status} /> : null}
      {shutOut ? (
        <Alert severity="warning" sx={{ unicodeBidi: 'isolate' }}>
          {shutOut}
        </Alert>
      ) : null}
      <DataKeyCommand />
    </Setting>
  )
}

const namesOf = (holders: readonly { readonly displayName: string }[]) =>
  holders.map(({ displayName }) => displayName)

function Facts({ status }: { readonly status: Output<'keyStatus'> }) {
  const { t } = useTranslation('keys')
  const { administrators, devices, recoveryKey, keyNumber: number, resealing } = status
  const ways = [
    t('passwords', { count: administrators.length, names: namesOf(administrators) }),
    ...(devices.length > 0 ? [t('devices', { names: namesOf(devices) })] : []),
    ...(recoveryKey ? [t('recoveryKey')] : []),
  ]
  const facts = [
    [t('opensWith'), t('ways', { ways })],
    [t('dataKey'), t(resealing ? 'resealing' : 'dataKeyNumber', { number })],
  ] as const
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '160px 1fr', rowGap: 1, m: 0 }}>
      {facts.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
