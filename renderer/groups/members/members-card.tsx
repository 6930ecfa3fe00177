import { UserMinus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../../shared/contract/group.ts'
import { CommandButton } from '../../ui/command-button.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { useFocusAfter } from '../../ui/use-focus-after.ts'
import { AddMembers } from './add-members.tsx'
import { MemberList } from './member-list.tsx'
import { useMemberChanges } from './use-member-changes.ts'

/** Who is in a group, and what takes the place of the list while more are chosen. */
export function MembersCard({
  group,
  refusal,
}: {
  readonly group: GroupDetails
  /** Why the members cannot be changed. */
  readonly refusal: string | undefined
}) {
  const { t } = useTranslation('groups')
  const [adding, setAdding] = useState(false)
  const { removing } = useMemberChanges(group)
  const { id, membership } = group
  const why = refusal ?? (membership === 'dynamic' ? t('byRule') : undefined)
  useFocusAfter(adding, addButton)
  if (adding && why === undefined)
    return (
      <SectionCard title={t('addMembers')} fill>
        <AddMembers group={group} onDone={() => setAdding(false)} />
      </SectionCard>
    )
  return (
    <MemberList
      key={id}
      group={group}
      failure={removing.error}
      onFailureClosed={removing.reset}
      onRemove={
        why === undefined
          ? async (ids) => {
              await removing.mutateAsync(ids)
            }
          : undefined
      }
      commands={({ selected, all, remove }) =>
        refusal === '' ? null : (
          <>
            <CommandButton
              label={t('removeMembers')}
              icon={UserMinus}
              refusal={why ?? (all ? t('throughGroups') : undefined)}
              disabled={why === undefined && !all && selected === 0}
              onClick={remove}
            />
            <CommandButton
              id={addButton}
              label={t('addMembers')}
              icon={UserPlus}
              variant="outlined"
              refusal={why}
              onClick={() => setAdding(true)}
            />
          </>
        )
      }
    />
  )
}

const addButton = 'add-members'
