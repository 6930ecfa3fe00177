import { ArchiveRestore } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWhyNot } from '../api/use-authority.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { BackToGroups } from './back-to-groups.tsx'
import { GroupList } from './group-list.tsx'
import { useGroupCommands } from './use-group-commands.ts'

/** The groups that were deleted and can be restored. */
export function DeletedGroupsPage() {
  const { t } = useTranslation('groups')
  const { restore } = useGroupCommands()
  const refusal = useWhyNot()('groups.delete')
  return (
    <GroupList
      kind="deleted"
      title={t('deletedHeading')}
      searchLabel={t('searchDeleted')}
      above={<BackToGroups />}
      commands={(anySelected, run) => (
        <CommandButton
          label={t('restore')}
          icon={ArchiveRestore}
          refusal={refusal}
          disabled={refusal === undefined && !anySelected}
          onClick={() => run(restore)}
        />
      )}
      welcome={<EmptyState title={t('noDeleted')} text={t('noDeletedText')} />}
    />
  )
}
