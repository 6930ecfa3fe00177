import Button from '@mui/material/Button'
import {
  ArrowLeftRight,
  Copy,
  Download,
  GitMerge,
  KeyRound,
  ListChecks,
  Pencil,
  Table2,
  Trash2,
  Upload,
  UserPlus,
} from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyNot } from '../api/use-authority.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { ResetPasswordsDialog } from '../passwords/reset-passwords-dialog.tsx'
import { CommandButton } from '../ui/command-button.tsx'
import { CommandMenu } from '../ui/command-menu.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { ChooseDialog } from './choose/choose-dialog.tsx'
import { DeletedManagers } from './deleted-managers.tsx'
import { ExportDialog } from './export/export-dialog.tsx'
import type { Exportable } from './export/export-request.ts'
import { ImportDialog } from './import/import-dialog.tsx'
import { type LeftList, usualView } from './list-view.ts'
import type { Choose, CommandedList } from './use-commanded-list.ts'
import { useLeftList } from './use-left-list.ts'
import { useUserCommands } from './use-user-commands.ts'
import { UserList } from './user-list.tsx'

/** All users of the directory, as the person last left the list. */
export function UsersPage() {
  const { t } = useTranslation('users')
  const { data: left, error, refetch } = useLeftList('users')
  if (left) return <Users left={left} />
  return (
    <Page title={t('heading')}>
      <FailureAlert error={error} onRetry={() => void refetch()} />
    </Page>
  )
}

function Users({ left }: { readonly left: LeftList }) {
  const { t } = useTranslation('users')
  const { remove: removeAll, copy: copyRows, report } = useUserCommands()
  const [deleted, setDeleted] = useState<readonly string[]>([])
  const [importing, setImporting] = useState(false)
  const [exporting, setExporting] = useState<Exportable | null>(null)
  const [choosing, setChoosing] = useState<{ readonly choose: Choose } | null>(null)
  const whyNot = useWhyNot()
  const mayCreate = whyNot('users.create') === undefined
  const mayImport = whyNot('directory.import') === undefined
  const mayEdit = whyNot('users.update') === undefined
  const mayExport = whyNot('directory.export') === undefined
  const mayDelete = whyNot('users.delete') === undefined
  const [resetting, setResetting] = useState<readonly string[] | null>(null)
  const reset = useCallback(async (ids: readonly string[]) => {
    setResetting(ids)
    return 'still selected' as const
  }, [])
  const remove = useCallback(
    async (ids: readonly string[]) => {
      await removeAll(ids)
      setDeleted(ids)
    },
    [removeAll],
  )
  const create = () => goTo(places.newUser)
  const openImport = () => setImporting(true)
  useShortcuts(mayCreate ? { 'mod+n': create } : {})

  const commands = useCallback(
    ({ selected, run, choose, exportable, copy }: CommandedList) => {
      const refusal = whyNot('users.delete')
      const editRefusal = whyNot('users.update')
      const resetRefusal = whyNot('users.resetPassword')
      const [one, other, ...others] = selected
      const pair = one !== undefined && other !== undefined && others.length === 0
      const notTwo = pair ? undefined : t('selectTwo')
      return (
        <>
          <CommandButton
            label={t('edit')}
            icon={Pencil}
            refusal={editRefusal}
            disabled={editRefusal === undefined && selected.size === 0}
            onClick={() => edit(selected)}
          />
          <CommandButton
            label={t('delete')}
            icon={Trash2}
            refusal={refusal}
            disabled={refusal === undefined && selected.size === 0}
            onClick={() => run(remove)}
          />
          <CommandButton
            label={t('import')}
            icon={Upload}
            refusal={whyNot('directory.import')}
            command="import"
            onClick={() => setImporting(true)}
          />
          <CommandButton
            label={t('export')}
            icon={Download}
            refusal={whyNot('directory.export')}
            command="export"
            onClick={() => setExporting(exportable())}
          />
          <CommandMenu
            label={t('more')}
            commands={[
              {
                label: t('chooseFromList'),
                icon: ListChecks,
                onClick: () => setChoosing({ choose }),
              },
              {
                label: t('copyRows'),
                icon: Copy,
                refusal: whyNot('directory.export'),
                disabled: selected.size === 0,
                onClick: copy,
              },
              {
                label: t('editFromSheet'),
                icon: Table2,
                refusal: editRefusal,
                onClick: () => goTo(places.pasteUsers),
              },
              {
                label: t('resetPasswords'),
                icon: KeyRound,
                refusal: resetRefusal ?? (selected.size === 0 ? t('selectFirst') : undefined),
                onClick: () => run(reset),
              },
              {
                label: t('compare'),
                icon: ArrowLeftRight,
                refusal: notTwo,
                onClick: () => (pair ? goTo(places.compare(one, other)) : undefined),
              },
              {
                label: t('merge'),
                icon: GitMerge,
                refusal: refusal ?? notTwo,
                onClick: () => (pair ? goTo(places.merge(one, other)) : undefined),
              },
            ]}
          />
          <CommandButton
            label={t('newUser')}
            icon={UserPlus}
            variant="contained"
            color="primary"
            refusal={whyNot('users.create')}
            onClick={() => goTo(places.newUser)}
          />
        </>
      )
    },
    [t, whyNot, remove, reset],
  )

  return (
    <>
      <UserList
        kind="users"
        title={t('heading')}
        searchLabel={t('search')}
        left={left}
        usual={usualView}
        commands={commands}
        onRemove={mayDelete ? remove : undefined}
        notice={
          deleted.length > 0 ? (
            <DeletedManagers ids={deleted} onClose={() => setDeleted([])} />
          ) : null
        }
        onEdit={mayEdit ? edit : undefined}
        onCopy={mayExport ? copyRows : undefined}
        welcome={
          <EmptyState title={t('emptyHeading')} text={t('emptyText')}>
            {mayCreate ? (
              <Button variant="outlined" onClick={create}>
                {t('emptyAdd')}
              </Button>
            ) : null}
            {mayImport ? (
              <Button variant="outlined" onClick={openImport}>
                {t('emptyLoad')}
              </Button>
            ) : null}
          </EmptyState>
        }
      />
      <ChooseDialog
        open={choosing !== null}
        onClose={() => setChoosing(null)}
        onChoose={(ids) => choosing?.choose(ids)}
      />
      {exporting ? (
        <ExportDialog exportable={exporting} onClose={() => setExporting(null)} />
      ) : null}
      {resetting ? (
        <ResetPasswordsDialog ids={resetting} onClose={() => setResetting(null)} />
      ) : null}
      <ImportDialog open={importing} onClose={() => setImporting(false)} onDone={report} />
    </>
  )
}

/** One user in the profile's form, several on a page of their own. */
function edit(selected: Iterable<string>) {
  const [first, ...others] = selected
  if (first !== undefined) goTo(others.length === 0 ? places.editProfile(first) : places.editUsers)
}
