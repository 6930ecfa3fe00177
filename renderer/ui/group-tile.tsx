import { Shield, UsersRound } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { GroupKind } from '../../shared/directory/group.ts'

/** A square where a person has a disc: what kind of group it is, at a glance. Decorative by itself. */
export function GroupTile({ kind, size }: { readonly kind: GroupKind; readonly size: number }) {
  const Icon = kind === 'security' ? Shield : UsersRound
  return (
    <span style={{ ...tile, width: size, height: size }} aria-hidden>
      <Icon size={Math.round(size * 0.58)} />
    </span>
  )
}

const tile: CSSProperties = {
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  borderRadius: 6,
  color: 'var(--mui-palette-primary-main)',
  backgroundColor: 'var(--mui-palette-primary-light)',
}
