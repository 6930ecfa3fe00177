import Box from '@mui/material/Box'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../../shared/contract/group.ts'
import { useApi } from '../../api/api-context.tsx'
import { failureIn } from '../../api/client.ts'
import { groupQueryOf } from '../../api/queries.ts'
import { useReport } from '../../api/use-report.ts'
import { useUnsavedGuard } from '../../navigation/leave-dialog.tsx'
import { goTo } from '../../navigation/location.ts'
import { places } from '../../navigation/places.ts'
import { SaveBar } from '../../ui/save-bar.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { GroupColumns } from '../group-columns.tsx'
import { MembersCard } from '../members/members-card.tsx'
import { OwnersCard } from '../members/owners-card.tsx'
import { RulePreviewCard } from '../rule/rule-preview-card.tsx'
import { draftOf } from './group-draft.ts'
import { GroupFields } from './group-fields.tsx'
import { RefusedSave } from './refused-save.tsx'
import { useGroupForm } from './use-group-form.ts'

/**
 * The properties of a group as a form, whose unsaved changes are guarded on every way out. While a rule is
 * written, whoever would be in stands in the place of who is.
 */
export function EditGroup({
  group,
  bar,
}: {
  readonly group: GroupDetails
  /** Where the save bar goes. */
  readonly bar: HTMLElement | null
}) {
  const { t } = useTranslation('groups')
  const api = useApi()
  const queries = useQueryClient()
  const report = useReport()
  const { id, membership } = group
  const form = useGroupForm(
    id,
    useMemo(() => draftOf(group), [group]),
  )
  const { changes } = form
  const count = Object.keys(changes).length
  // What others save meanwhile is merged, or refused with what it is now; saving again then keeps one's own.
  const [revision, setRevision] = useState(group.revision)
  const leave = { replace: true, unguarded: true } as const

  const saving = useMutation({
    mutationFn: () => api.updateGroup({ id, revision, changes }),
    onSuccess: (saved) => {
      queries.setQueryData(groupQueryOf(api, id).queryKey, saved)
      report(t('saved'), saved.transactionId)
      goTo(places.group(id), leave)
    },
    onError: async (error) => {
      form.refuse(error)
      if (failureIn(error)?.code !== 'conflict') return
      const newest = await queries.fetchQuery({ ...groupQueryOf(api, id), staleTime: 0 })
      setRevision(newest.revision)
    },
  })
  const savable = count > 0 && !saving.isPending
  const save = () => {
    if (savable) saving.mutate()
  }
  useUnsavedGuard(
    count > 0 && !saving.isPending ? group.displayName : null,
    useCallback(() => {}, []),
  )
  useShortcuts({
    'mod+s': save,
    Escape: () => goTo(places.group(id), { replace: true }),
  })

  const becomes = changes.membership
  const fields = (
    <Box
      component="form"
      aria-label={t('form')}
      noValidate
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
    >
      <RefusedSave form={form} />
      <GroupFields
        form={form}
        membershipHint={
          becomes === undefined || becomes === membership
            ? undefined
            : t(becomes === 'dynamic' ? 'becomesDynamic' : 'becomesAssigned')
        }
      />
      {bar
        ? createPortal(
            <SaveBar
              count={count}
              savable={savable}
              saving={saving.isPending}
              onSave={save}
              onDiscard={() => goTo(places.group(id), leave)}
            />,
            bar,
          )
        : null}
    </Box>
  )
  return (
    <GroupColumns
      left={
        <>
          <SectionCard title={t('propertiesHeading')}>{fields}</SectionCard>
          <OwnersCard group={group} refusal={undefined} />
        </>
      }
      right={
        form.draft.membership === 'dynamic' ? (
          <RulePreviewCard rule={form.draft.membershipRule} />
        ) : (
          <MembersCard group={group} refusal={undefined} />
        )
      }
    />
  )
}
