import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../shared/contract/group.ts'
import { useFormats } from '../text/formats.ts'
import { Fact } from '../ui/fact.tsx'

/** The properties of a group, to read. */
export function GroupFacts({ group }: { readonly group: GroupDetails }) {
  const { t } = useTranslation(['groups', 'profile'])
  const formats = useFormats()
  const none: ReactNode = <Box sx={{ color: 'text.secondary' }}>{t('profile:none')}</Box>
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
      <Fact label={t('columns.displayName')} copy={group.displayName}>
        <bdi>{group.displayName}</bdi>
      </Fact>
      <Fact label={t('columns.description')}>
        {group.description === null ? (
          none
        ) : (
          <Box component="bdi" sx={{ whiteSpace: 'pre-line' }}>
            {group.description}
          </Box>
        )}
      </Fact>
      <Fact label={t('columns.mailNickname')} copy={group.mailNickname}>
        <bdi dir="ltr">{group.mailNickname}</bdi>
      </Fact>
      {group.membershipRule === null ? null : (
        <Fact label={t('membershipRule')} copy={group.membershipRule}>
          <Box component="code" dir="ltr" sx={{ whiteSpace: 'pre-wrap' }}>
            {group.membershipRule}
          </Box>
        </Fact>
      )}
      <Fact label={t('columns.createdDateTime')}>{formats.moment(group.createdDateTime)}</Fact>
      <Fact label={t('columns.lastModifiedDateTime')}>
        {formats.moment(group.lastModifiedDateTime)}
      </Fact>
      <Fact label={t('objectId')} copy={group.id}>
        {group.id}
      </Fact>
    </Box>
  )
}
