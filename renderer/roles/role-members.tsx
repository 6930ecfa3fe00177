import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedRole } from '../../shared/contract/role-requests.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { useRoleChanges } from '../assignments/use-role-changes.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { focusOn } from '../ui/focus-on.ts'
import { SectionCard } from '../ui/section-card.tsx'
import { AddMember } from './add-member.tsx'
import { Member } from './member.tsx'

/** Who holds a role; and, for whoever may, the ways to give it and to take it away. */
export function RoleMembers({ role }: { readonly role: ListedRole }) {
  const { t } = useTranslation('roles')
  const refusal = useWhyNot()('roles.assign')
  const changes = useRoleChanges()
  const input = useId()
  return (
    <SectionCard title={t('members')}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {refusal === undefined ? (
          <AddMember role={role} changes={changes} id={input} />
        ) : (
          <Typography variant="body2" color="textSecondary">
            {refusal}
          </Typography>
        )}
        <FailureAlert error={changes.error} onClose={changes.forget} />
        {role.members.length === 0 ? (
          <Typography color="textSecondary">{t('noMembersText')}</Typography>
        ) : (
          <Box component="ul" aria-label={t('members')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {role.members.map((member) => (
              <Member
                key={member.id}
                member={member}
                role={role}
                onRemove={
                  refusal === undefined
                    ? () => changes.unassign({ user: member, role }, () => focusOn(input))
                    : undefined
                }
              />
            ))}
          </Box>
        )}
      </Box>
    </SectionCard>
  )
}
