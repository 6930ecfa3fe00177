import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MembershipRow } from '../../shared/contract/group.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { GroupTile } from '../ui/group-tile.tsx'

/** A group that somebody is in, and by what: on their own account, by its rule, or through other groups. */
export function MembershipItem({
  group: { id, displayName, kind, membership, via },
  onLeave,
}: {
  readonly group: MembershipRow
  readonly onLeave: (() => void) | undefined
}) {
  const { t } = useTranslation('groups')
  const how =
    via.length > 0
      ? t('through', { groups: via.join(' › ') })
      : membership === 'dynamic'
        ? t('throughRule')
        : null
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, minHeight: 30 }}
    >
      <GroupTile kind={kind} size={24} />
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <GoLink to={places.group(id)}>
          <bdi>{displayName}</bdi>
        </GoLink>
        {how === null ? null : (
          <Typography variant="caption" color="textSecondary" component="div">
            {how}
          </Typography>
        )}
      </Box>
      {onLeave ? (
        <IconButton aria-label={t('leaveGroup', { name: displayName })} onClick={onLeave}>
          <X size={14} aria-hidden />
        </IconButton>
      ) : null}
    </Box>
  )
}
