import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import { ArchiveRestore, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../shared/contract/group.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { HistoryCard } from '../entries/history-card.tsx'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { useFormats } from '../text/formats.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { GroupTile } from '../ui/group-tile.tsx'
import { Page } from '../ui/page.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useFocusAfter } from '../ui/use-focus-after.ts'
import { BackToGroups } from './back-to-groups.tsx'
import { EditGroup } from './form/edit-group.tsx'
import { GroupFacts } from './group-facts.tsx'
import { MembersCard } from './members/members-card.tsx'
import { OwnersCard } from './members/owners-card.tsx'
import { useGroupCommands } from './use-group-commands.ts'

/** A group that is there: its properties, which become a form in their place, its owners and its members. */
export function GroupView({
  group,
  editing,
}: {
  readonly group: GroupDetails
  readonly editing: boolean
}) {
  const { t } = useTranslation('groups')
  const formats = useFormats()
  const whyNot = useWhyNot()
  const { remove, restore } = useGroupCommands()
  const [failure, setFailure] = useState<unknown>(null)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const { id, kind, membership, deletedDateTime } = group
  const deleted = deletedDateTime !== null
  const refusal = whyNot('groups.update')
  const refusalToDelete = whyNot('groups.delete')
  const editable = refusal === undefined && !deleted
  const shownAsForm = editing && editable

  const edit = () => goTo(places.editGroup(id), { replace: true })
  const attempt = (act: () => Promise<void>) => {
    setFailure(null)
    act().catch(setFailure)
  }
  useFocusAfter(shownAsForm, editButton)
  useShortcuts(editable && !shownAsForm ? { 'mod+e': edit } : {})

  return (
    <Page
      title={group.displayName}
      heading={<bdi>{group.displayName}</bdi>}
      fill
      lead={<GroupTile kind={kind} size={48} />}
      above={<BackToGroups />}
      about={
        <Box
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minHeight: 28, alignItems: 'center' }}
        >
          <Chip variant="outlined" label={t(`kinds.${kind}`)} />
          <Chip variant="outlined" label={t(`memberships.${membership}`)} />
        </Box>
      }
      actions={
        shownAsForm ? null : deleted ? (
          <CommandButton
            label={t('restore')}
            icon={ArchiveRestore}
            variant="contained"
            color="primary"
            refusal={refusalToDelete}
            onClick={() => attempt(() => restore([id]))}
          />
        ) : (
          <>
            <CommandButton
              label={t('delete')}
              icon={Trash2}
              refusal={refusalToDelete}
              onClick={() => attempt(() => remove([id]).then(() => goTo(places.groups)))}
            />
            <CommandButton
              id={editButton}
              label={t('edit')}
              icon={Pencil}
              variant="contained"
              color="primary"
              refusal={refusal}
              onClick={edit}
            />
          </>
        )
      }
      below={<div ref={setBar} />}
    >
      {deleted || failure ? (
        <Box sx={{ px: 3, pb: 2 }}>
          {deleted ? (
            <Alert severity="warning">
              {t('deletedOn', { when: formats.moment(deletedDateTime) })}
            </Alert>
          ) : null}
          <FailureAlert error={failure} onClose={() => setFailure(null)} />
        </Box>
      ) : null}
      <Box sx={layout}>
        <Box
          sx={{ minHeight: 0, overflow: 'auto', display: 'grid', gap: 2, alignContent: 'start' }}
        >
          <SectionCard title={t('propertiesHeading')}>
            {shownAsForm ? <EditGroup group={group} bar={bar} /> : <GroupFacts group={group} />}
          </SectionCard>
          <OwnersCard group={group} refusal={deleted ? '' : refusal} />
          <HistoryCard about={{ groupId: id }} />
        </Box>
        <MembersCard group={group} refusal={deleted ? '' : refusal} />
      </Box>
    </Page>
  )
}

const editButton = 'edit-group'

const layout = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gap: 2,
  px: 3,
  pb: 2,
  gridTemplateColumns: 'minmax(280px, 2fr) minmax(0, 5fr)',
  gridTemplateRows: 'minmax(0, 1fr)',
}
