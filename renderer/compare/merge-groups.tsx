import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupReference } from '../../shared/contract/group.ts'
import type { Profile } from '../../shared/contract/profile.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { GroupTile } from '../ui/group-tile.tsx'
import { SectionCard } from '../ui/section-card.tsx'

/** What becomes of the groups and the roles of the one who goes; nothing where they have none. */
export function MergeGroups({
  kept,
  other,
  joined,
  owned,
  refusal,
}: {
  readonly kept: Profile
  readonly other: Profile
  readonly joined: readonly GroupReference[]
  readonly owned: readonly GroupReference[]
  /** Why the groups cannot be taken over. */
  readonly refusal: string | undefined
}) {
  const { t } = useTranslation('compare')
  const groups = joined.length + owned.length > 0
  if (!groups && other.roles.length === 0) return null
  const names = { kept: kept.displayName, other: other.displayName }
  return (
    <Box sx={{ mt: 2, maxWidth: 1200 }}>
      <SectionCard title={t('groupsAndRoles')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {groups && refusal !== undefined ? (
            <Typography variant="body2">
              {t('groupsLeft', names)} {refusal}
            </Typography>
          ) : null}
          <Groups groups={joined}>
            {refusal === undefined ? t('joins', names) : t('wasIn', names)}
          </Groups>
          <Groups groups={owned}>
            {refusal === undefined ? t('owns', names) : t('owned', names)}
          </Groups>
          {other.roles.length > 0 ? (
            <Typography variant="body2">
              {t('rolesStay', { ...names, roles: other.roles.join(', ') })}
            </Typography>
          ) : null}
        </Box>
      </SectionCard>
    </Box>
  )
}

function Groups({
  groups,
  children,
}: {
  readonly groups: readonly GroupReference[]
  readonly children: ReactNode
}) {
  const heading = useId()
  if (groups.length === 0) return null
  return (
    <div>
      <Typography variant="body2" id={heading}>
        {children}
      </Typography>
      <Box component="ul" aria-labelledby={heading} sx={list}>
        {groups.map(({ id, displayName, kind }) => (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <GroupTile kind={kind} size={22} />
            <GoLink to={places.group(id)}>
              <bdi>{displayName}</bdi>
            </GoLink>
          </Box>
        ))}
      </Box>
    </div>
  )
}

const list = { m: 0, mt: 0.5, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }
