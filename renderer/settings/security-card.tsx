import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { usePermission } from '../api/use-permission.ts'
import { SectionCard } from '../ui/section-card.tsx'
import { AutoLock } from './auto-lock.tsx'
import { KeyFacts } from './key-facts.tsx'
import { OwnPassword } from './own-password.tsx'
import { RenewRecoveryKey } from './renew-recovery-key.tsx'

/** Who gets in, with what, and for how long. */
export function SecurityCard() {
  const { t } = useTranslation('keys')
  const managesKeys = usePermission('keys.manage')
  return (
    <SectionCard title={t('heading')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <OwnPassword />
        <AutoLock />
        {managesKeys ? <RenewRecoveryKey /> : null}
        {managesKeys ? <KeyFacts /> : null}
      </Box>
    </SectionCard>
  )
}
