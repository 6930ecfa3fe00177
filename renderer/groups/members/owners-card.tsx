import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../../shared/contract/group.ts'
import { places } from '../../navigation/places.ts'
import { PersonPicker } from '../../properties/editors/person-picker.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { GoLink } from '../../ui/go-link.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import { useMemberChanges } from './use-member-changes.ts'

/** Who owns a group; for whoever may, with the ways to change that. */
export function OwnersCard({
  group,
  refusal,
}: {
  readonly group: GroupDetails
  /** Why the owners cannot be changed. */
  readonly refusal: string | undefined
}) {
  const { t } = useTranslation('groups')
  const { owning, disowning } = useMemberChanges(group)
  const picker = useId()
  const { owners } = group
  return (
    <SectionCard title={t('owners')}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {owners.length === 0 ? (
          <Typography color="textSecondary">{t('noOwners')}</Typography>
        ) : (
          <Box component="ul" sx={list}>
            {owners.map((owner) => (
              <Box
                component="li"
                key={owner.id}
                sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, minHeight: 30 }}
              >
                <UserAvatar user={owner} size={24} />
                <GoLink
                  to={places.profile(owner.id)}
                  sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
                >
                  <bdi>{owner.displayName}</bdi>
                </GoLink>
                {refusal === undefined ? (
                  <IconButton
                    aria-label={t('remove', { name: owner.displayName })}
                    onClick={() => {
                      disowning.mutate(owner)
                      // The button goes with its owner, and the focus would go with it.
                      document.getElementById(picker)?.focus()
                    }}
                  >
                    <X size={14} aria-hidden />
                  </IconButton>
                ) : null}
              </Box>
            ))}
          </Box>
        )}
        <FailureAlert
          error={owning.error ?? disowning.error}
          onClose={() => {
            owning.reset()
            disowning.reset()
          }}
        />
        {refusal === undefined ? (
          <PersonPicker
            id={picker}
            label={t('addOwner')}
            chosen={null}
            without={owners.map(({ id }) => id)}
            onChoose={(person) => person && owning.mutate(person)}
          />
        ) : null}
      </Box>
    </SectionCard>
  )
}

const list = { m: 0, p: 0, listStyle: 'none' }
