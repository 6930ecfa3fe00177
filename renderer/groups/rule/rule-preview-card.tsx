import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api-context.tsx'
import { rulePreviewQuery } from '../../api/queries.ts'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import { RuleCheck } from './rule-check.tsx'
import { useRestingText } from './use-resting-text.ts'

/** Whom a rule that is being written would take in, and why it takes somebody in or not. */
export function RulePreviewCard({ rule }: { readonly rule: string }) {
  const { t } = useTranslation('groups')
  const resting = useRestingText(rule.trim())
  const { data, error } = useQuery({
    ...rulePreviewQuery(useApi(), resting),
    enabled: resting !== '',
    placeholderData: keepPreviousData,
  })
  const valid = data !== undefined && data.faults.length === 0 && resting !== ''
  return (
    <SectionCard title={t('previewHeading')} fill>
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          p: 2,
          display: 'grid',
          gap: 2,
          alignContent: 'start',
        }}
      >
        <FailureAlert error={error} />
        <Typography role="status" color={valid ? 'textPrimary' : 'textSecondary'}>
          {valid ? t('wouldBeIn', { count: data.matching }) : t('previewNoRule')}
        </Typography>
        {valid && data.users.length > 0 ? (
          <Box component="ul" aria-label={t('previewHeading')} sx={list}>
            {data.users.map((user) => (
              <Box component="li" key={user.id} sx={item}>
                <UserAvatar user={user} size={24} />
                <Typography variant="body2" noWrap component="bdi" title={user.displayName}>
                  {user.displayName}
                </Typography>
              </Box>
            ))}
          </Box>
        ) : null}
        {valid && data.matching > data.users.length ? (
          <Typography variant="body2" color="textSecondary">
            {t('moreChosen', { count: data.matching - data.users.length })}
          </Typography>
        ) : null}
        {valid ? <RuleCheck rule={resting} /> : null}
      </Box>
    </SectionCard>
  )
}

const list = {
  m: 0,
  p: 0,
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
  gap: 0.5,
}

const item = { display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, minHeight: 30 }
