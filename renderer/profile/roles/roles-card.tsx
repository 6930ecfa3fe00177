import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import type { ListedRole } from '../../../shared/contract/role-requests.ts'
import { useRoles } from '../../api/queries.ts'
import { useWhyNot } from '../../api/use-authority.ts'
import { lacksPassword, SignInStanding } from '../../assignments/sign-in-standing.tsx'
import { useRoleChanges } from '../../assignments/use-role-changes.ts'
import { places } from '../../navigation/places.ts'
import { CommandButton } from '../../ui/command-button.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { focusOn } from '../../ui/focus-on.ts'
import { GoLink } from '../../ui/go-link.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { AddRole } from './add-role.tsx'
import { NoPassword } from './no-password.tsx'

/** The roles a user holds; and, for whoever may, the ways to give more and to take them away. */
export function RolesCard({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('roles')
  const { data, error } = useRoles()
  const refusal = useWhyNot()('roles.assign', { user })
  const changes = useRoleChanges()
  const input = useId()
  const deleted = user.deletedDateTime !== null
  const all = data?.roles ?? []
  const held = all.filter(({ name }) => user.roles.includes(name))
  const member = held[0]?.members.find(({ id }) => id === user.id)
  return (
    <SectionCard
      title={t('cardHeading')}
      actions={member ? <SignInStanding member={member} /> : null}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {user.roles.length === 0 ? (
          <Typography color="textSecondary">{t('noRoles')}</Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
            {held.map((role) => (
              <Held
                key={role.id}
                role={role}
                onRemove={
                  refusal === undefined
                    ? () => changes.unassign({ user, role }, () => focusOn(input))
                    : undefined
                }
              />
            ))}
          </Box>
        )}
        <NoPassword user={user} missing={member !== undefined && lacksPassword(member)} />
        <FailureAlert error={error ?? changes.error} onClose={changes.forget} />
        {refusal === undefined && !deleted ? (
          <AddRole user={user} roles={all} changes={changes} id={input} />
        ) : null}
        {refusal !== undefined ? (
          <Typography variant="body2" color="textSecondary">
            {refusal}
          </Typography>
        ) : null}
      </Box>
    </SectionCard>
  )
}

function Held({
  role,
  onRemove,
}: {
  readonly role: ListedRole
  readonly onRemove: (() => void) | undefined
}) {
  const { t } = useTranslation('roles')
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <GoLink to={places.role(role.id)}>{role.name}</GoLink>
        <Typography variant="caption" color="textSecondary" component="div">
          {role.description}
        </Typography>
      </Box>
      {onRemove ? (
        <CommandButton
          label={t('remove')}
          icon={X}
          aria-label={t('removeRole', { role: role.name })}
          onClick={onRemove}
        />
      ) : null}
    </Box>
  )
}
