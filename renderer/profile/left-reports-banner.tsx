import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../shared/contract/profile.ts'
import { LeftReportsNotice } from '../reports/left-reports-notice.tsx'

/** Tells that people report to somebody who is deleted or blocked. */
export function LeftReportsBanner({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('reports')
  const deleted = user.deletedDateTime !== null
  if (user.directReportCount === 0 || (user.accountEnabled && !deleted)) return null
  const name = t(deleted ? 'whoIsDeleted' : 'whoIsBlocked', { name: user.displayName })
  return (
    <Box sx={{ mb: 2 }}>
      <LeftReportsNotice
        managerIds={[user.id]}
        sentenceOf={(count) => t('leftBehind', { count, name })}
      />
    </Box>
  )
}
