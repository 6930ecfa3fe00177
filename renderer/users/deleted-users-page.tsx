import { ArchiveRestore } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyNot } from '../api/use-authority.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { type LeftList, usualDeletedView } from './list-view.ts'
import { useLeftList } from './use-left-list.ts'
import { useUserCommands } from './use-user-commands.ts'
import { type CommandedList, UserList } from './user-list.tsx'

/** The users that were deleted and can be restored. */
export function DeletedUsersPage() {
  const { t } = useTranslation('users')
  const { data: left } = useLeftList('deleted')
  return left ? <DeletedUsers left={left} /> : <Page title={t('deletedHeading')}>{null}</Page>
}

function DeletedUsers({ left }: { readonly left: LeftList }) {
  const { t } = useTranslation('users')
  const { restore } = useUserCommands()
  const refusal = useWhyNot()('users.delete')
  const commands = useCallback(
    ({ selected, run }: CommandedList) => (
      <CommandButton
        label={t('restore')}
        icon={ArchiveRestore}
        refusal={refusal}
        disabled={refusal === undefined && selected.size === 0}
        onClick={() => run(restore)}
      />
    ),
    [t, refusal, restore],
  )
  return (
    <UserList
      kind="deleted"
      title={t('deletedHeading')}
      searchLabel={t('searchDeleted')}
      left={left}
      usual={usualDeletedView}
      commands={commands}
      welcome={<EmptyState title={t('noDeleted')} text={t('noDeletedText')} />}
    />
  )
}
