import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { type LeftList, usualDeletedView } from './list-view.ts'
import { PurgeDialog } from './purge-dialog.tsx'
import type { CommandedList } from './use-commanded-list.ts'
import { useLeftList } from './use-left-list.ts'
import { useUserCommands } from './use-user-commands.ts'
import { UserList } from './user-list.tsx'

/** Users about to be removed for good, and what `UserList` hears of how that went. */
type Purge = { readonly ids: readonly string[]; readonly settle: (result: unknown) => void }

/** The users that were deleted and can be restored, or removed for good. */
export function DeletedUsersPage() {
  const { t } = useTranslation('users')
  const { data: left } = useLeftList('deleted')
  return left ? <DeletedUsers left={left} /> : <Page title={t('deletedHeading')}>{null}</Page>
}

function DeletedUsers({ left }: { readonly left: LeftList }) {
  const { t } = useTranslation('users')
  const { restore, purge } = useUserCommands()
  const { data: directory } = useDirectory()
  const [asked, setAsked] = useState<Purge | null>(null)
  const whyNot = useWhyNot()
  const refusal = whyNot('users.delete')
  const purgeRefusal = whyNot('users.purge')
  const ask = useCallback(
    (ids: readonly string[]) =>
      new Promise<unknown>((settle) => {
        setAsked({ ids, settle })
      }),
    [],
  )
  const answer = (result: unknown) => {
    asked?.settle(result)
    setAsked(null)
  }
  const commands = useCallback(
    ({ selected, run }: CommandedList) => (
      <>
        <CommandButton
          label={t('purge')}
          icon={Trash2}
          refusal={purgeRefusal}
          disabled={purgeRefusal === undefined && selected.size === 0}
          onClick={() => run(ask)}
        />
        <CommandButton
          label={t('restore')}
          icon={ArchiveRestore}
          refusal={refusal}
          disabled={refusal === undefined && selected.size === 0}
          onClick={() => run(restore)}
        />
      </>
    ),
    [t, refusal, purgeRefusal, restore, ask],
  )
  const count = directory?.deletedUserRetentionDays ?? 0
  return (
    <>
      <UserList
        kind="deleted"
        title={t('deletedHeading')}
        searchLabel={t('searchDeleted')}
        left={left}
        usual={usualDeletedView}
        commands={commands}
        welcome={<EmptyState title={t('noDeleted')} text={t('noDeletedText', { count })} />}
      />
      {asked ? (
        <PurgeDialog
          count={asked.ids.length}
          onPurge={() => answer(purge(asked.ids))}
          onKeep={() => answer('still selected')}
        />
      ) : null}
    </>
  )
}
