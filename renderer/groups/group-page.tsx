import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useGroup } from '../api/queries.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { BackToGroups } from './back-to-groups.tsx'
import { GroupView } from './group-view.tsx'

/** A group, to read or to edit. */
export function GroupPage({ id, editing }: { readonly id: string; readonly editing: boolean }) {
  const { t } = useTranslation(['groups', 'shell'])
  const { data: group, error } = useGroup(id)
  if (group) return <GroupView group={group} editing={editing} />
  if (!error) return <Box component="main" aria-busy aria-label={t('shell:loading')} />
  return (
    <Page title={t('heading')} above={<BackToGroups />}>
      <FailureAlert error={error} />
    </Page>
  )
}
