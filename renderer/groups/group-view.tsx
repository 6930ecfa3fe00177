import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import { ArchiveRestore, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../shared/contract/group.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { HistoryCard } from '../entries/history-card.tsx'
import { MembershipsCard } from '../memberships/memberships-card.tsx'
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
import { GroupColumns } from './group-columns.tsx'
import { GroupFacts } from './group-facts.tsx'
import { MembersCard } from './members/members-card.tsx'
import { OwnersCard } from './members/owners-card.tsx'
import { RuleCheck } from './rule/rule-check.tsx'
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
  const { id, kind, membership, membershipRule, deletedDateTime } = group
  const deleted = deletedDateTime !== null
  const refusal = whyNot('groups.update')
  const refusalToDelete = whyNot('groups.delete')
  const editable = refusal === undefined && !deleted
  // Of a deleted group nothing can be changed, and there is nothing to say about it.
  const fixed = deleted ? '' : refusal
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
      {shownAsForm ? (
        <EditGroup group={group} bar={bar} />
      ) : (
        <GroupColumns
          left={
            <>
              <SectionCard title={t('propertiesHeading')}>
                <GroupFacts group={group} />
              </SectionCard>
              <OwnersCard group={group} refusal={fixed} />
              {membershipRule === null ? null : (
                <SectionCard title={t('checkHeading')}>
                  <RuleCheck rule={membershipRule} />
                </SectionCard>
              )}
              {kind === 'security' ? (
                <MembershipsCard
                  title={t('memberOf')}
                  member={group}
                  filters={assignedSecurity}
                  fixed={deleted}
                />
              ) : null}
              <HistoryCard about={{ groupId: id }} />
            </>
          }
          right={<MembersCard group={group} refusal={fixed} />}
        />
      )}
    </Page>
  )
}

const editButton = 'edit-group'

/** Groups that can have groups in them. */
const assignedSecurity = { kind: 'security', membership: 'assigned' } as const
