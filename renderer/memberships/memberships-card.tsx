import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupFilters } from '../../shared/contract/group-query.ts'
import { useMemberOf } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { GroupPicker } from '../properties/editors/group-picker.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { MembershipItem } from './membership-item.tsx'
import { useMembershipChanges } from './use-membership-changes.ts'

/**
 * The groups that a user or a group is in, directly and through others, and for whoever may the ways to change
 * that.
 */
export function MembershipsCard({
  member,
  filters,
  title,
  fixed = false,
  id,
}: {
  readonly member: { readonly id: string; readonly displayName: string }
  /** Which groups it can be added to. */
  readonly filters: GroupFilters
  readonly title: string
  /** Nothing can be changed now, whoever asks. */
  readonly fixed?: boolean
  readonly id?: string
}) {
  const { t } = useTranslation('groups')
  const { data, error } = useMemberOf(member.id)
  const refusal = useWhyNot()('groups.update')
  const { joining, leaving } = useMembershipChanges(member)
  const picker = useId()
  const groups = data?.groups ?? []
  const direct = groups.filter((group) => group.direct)
  const editable = refusal === undefined && !fixed
  return (
    <SectionCard title={title} {...(id ? { id } : {})}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {data && groups.length === 0 ? (
          <Typography color="textSecondary">{t('inNoGroups')}</Typography>
        ) : (
          <Box component="ul" sx={list}>
            {[...direct, ...groups.filter((group) => !group.direct)].map((group) => (
              <MembershipItem
                key={group.id}
                group={group}
                onLeave={
                  editable && group.direct && group.membership === 'assigned'
                    ? () => {
                        leaving.mutate(group)
                        // The button goes with its group, and the focus would go with it.
                        document.getElementById(picker)?.focus()
                      }
                    : undefined
                }
              />
            ))}
          </Box>
        )}
        <FailureAlert
          error={error ?? joining.error ?? leaving.error}
          onClose={() => {
            joining.reset()
            leaving.reset()
          }}
        />
        {editable ? (
          <GroupPicker
            id={picker}
            label={t('addToGroup')}
            filters={filters}
            without={[member.id, ...direct.map((group) => group.id)]}
            onChoose={joining.mutate}
          />
        ) : null}
        {refusal !== undefined && !fixed ? (
          <Typography variant="body2" color="textSecondary">
            {refusal}
          </Typography>
        ) : null}
      </Box>
    </SectionCard>
  )
}

const list = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }
