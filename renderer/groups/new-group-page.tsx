import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useWhyNot } from '../api/use-authority.ts'
import { useReport } from '../api/use-report.ts'
import { useUnsavedGuard } from '../navigation/leave-dialog.tsx'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { BottomBar } from '../ui/bottom-bar.tsx'
import { Page } from '../ui/page.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { BackToGroups } from './back-to-groups.tsx'
import { blankDraft, valuesOfNew } from './form/group-draft.ts'
import { GroupFields } from './form/group-fields.tsx'
import { RefusedSave } from './form/refused-save.tsx'
import { useGroupForm } from './form/use-group-form.ts'
import type { Chosen } from './members/chosen.ts'
import { MemberChooser } from './members/member-chooser.tsx'
import { OwnerChooser } from './members/owner-chooser.tsx'
import { RulePreviewCard } from './rule/rule-preview-card.tsx'

/** A group that is yet to be added, with its owners and members, in one step. */
export function NewGroupPage() {
  const { t } = useTranslation('groups')
  const api = useApi()
  const report = useReport()
  const refusal = useWhyNot()('groups.create')
  const form = useGroupForm(null, blankDraft)
  const [owners, setOwners] = useState<readonly Chosen[]>([])
  const [members, setMembers] = useState<readonly Chosen[]>([])
  const { draft, changes } = form
  const assigned = draft.membership === 'assigned'

  const creating = useMutation({
    mutationFn: () =>
      api.createGroup({
        values: valuesOfNew(draft),
        ownerIds: idsOf(owners),
        memberIds: assigned ? idsOf(membersFor(draft.kind, members)) : [],
      }),
    onSuccess: ({ id, transactionId }) => {
      report(t('added'), transactionId, () => goTo(places.groups))
      goTo(places.group(id), { replace: true, unguarded: true })
    },
    onError: form.refuse,
  })
  const create = () => {
    if (refusal === undefined && !creating.isPending) creating.mutate()
  }
  const cancel = () => goTo(places.groups)
  const begun = Object.keys(changes).length + owners.length + members.length > 0
  useUnsavedGuard(
    begun && !creating.isPending ? t('newGroupName') : null,
    useCallback(() => {}, []),
  )
  useShortcuts({ 'mod+s': create, Escape: cancel })

  if (refusal !== undefined)
    return (
      <Page title={t('newGroup')} above={<BackToGroups />}>
        <Alert severity="info">{refusal}</Alert>
      </Page>
    )
  return (
    <Page
      title={t('newGroup')}
      above={<BackToGroups />}
      below={
        <BottomBar label={t('newGroup')}>
          <Button color="inherit" onClick={cancel}>
            {t('cancel')}
          </Button>
          <Button variant="contained" loading={creating.isPending} onClick={create}>
            {t('create')}
          </Button>
        </BottomBar>
      }
    >
      <RefusedSave form={form} />
      <Box
        component="form"
        aria-label={t('form')}
        noValidate
        autoComplete="off"
        onSubmit={(event) => event.preventDefault()}
        sx={columns}
      >
        <SectionCard title={t('propertiesHeading')}>
          <GroupFields form={form} isNew />
        </SectionCard>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <SectionCard title={t('owners')}>
            <OwnerChooser chosen={owners} error={form.faults.ownerIds} onChange={setOwners} />
          </SectionCard>
          {assigned ? (
            <SectionCard title={t('members')}>
              <MemberChooser
                chosen={membersFor(draft.kind, members)}
                groupsToo={draft.kind === 'security'}
                without={[]}
                error={form.faults.memberIds}
                onChange={setMembers}
              />
            </SectionCard>
          ) : (
            <RulePreviewCard rule={draft.membershipRule} />
          )}
        </Box>
      </Box>
    </Page>
  )
}

/** Only security groups have groups in them. Those chosen are back when the type is. */
const membersFor = (kind: string, members: readonly Chosen[]) =>
  kind === 'security' ? members : members.filter(({ type }) => type === 'user')

const idsOf = (chosen: readonly Chosen[]) => chosen.map(({ id }) => id)

const columns = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  maxWidth: 1200,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
}
