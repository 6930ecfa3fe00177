import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { UserAvatar } from '../ui/user-avatar.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type ChartCard as Card, card as size } from './chart-tree.ts'

/** Where a click or a key comes from: the card's person, and its button that opens and closes. */
export const personAttribute = 'data-person'
export const toggleAttribute = 'data-toggle'

/** One person of the chart. It only takes the focus: clicks and keys are the chart's. */
export const ChartCard = memo(function ChartCard({
  card,
  active,
}: {
  readonly card: Card
  readonly active: boolean
}) {
  const { t } = useTranslation('chart')
  const { person, x, y, level, place, siblings, open } = card
  const { id, displayName, jobTitle, accountEnabled, below } = person
  const Arrow = open ? ChevronLeft : ChevronRight
  return (
    <div
      role="treeitem"
      {...{ [personAttribute]: id }}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={active}
      {...(open === null ? {} : { 'aria-expanded': open })}
      tabIndex={active ? 0 : -1}
      style={{ ...box, left: x, top: y, ...(active ? chosen : {}) }}
    >
      <UserAvatar user={person} size={36} />
      <span style={words}>
        <bdi style={{ ...line, fontWeight: 600 }} title={displayName}>
          {displayName}
        </bdi>
        <bdi style={{ ...line, ...muted }} title={jobTitle ?? ''}>
          {accountEnabled ? (jobTitle ?? '—') : t('blocked')}
        </bdi>
        {below > 0 ? <VisuallyHidden>{t('count', { count: below })}</VisuallyHidden> : null}
      </span>
      {open === null ? null : (
        <span
          {...{ [toggleAttribute]: '' }}
          title={t(open ? 'collapse' : 'expand')}
          style={toggle}
          aria-hidden
        >
          {below}
          <Arrow size={14} aria-hidden />
        </span>
      )}
    </div>
  )
})

// Plain styles, because hundreds of cards are drawn again while the chart is scrolled.
const box: CSSProperties = {
  position: 'absolute',
  width: size.width,
  height: size.height,
  boxSizing: 'border-box',
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '0 8px',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'var(--mui-palette-divider)',
  borderRadius: 6,
  background: 'var(--mui-palette-background-paper)',
  cursor: 'default',
}

const chosen: CSSProperties = {
  borderColor: 'var(--mui-palette-primary-main)',
  boxShadow: 'inset 0 0 0 1px var(--mui-palette-primary-main)',
}

const words: CSSProperties = { flex: 1, minWidth: 0, display: 'grid' }

const line: CSSProperties = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontSize: 13,
  lineHeight: 1.4,
}

const muted: CSSProperties = { fontSize: 12, color: 'var(--mui-palette-text-secondary)' }

const toggle: CSSProperties = {
  display: 'inline-flex',
  alignItems: 'center',
  minWidth: 24,
  height: 24,
  padding: '0 2px 0 6px',
  border: '1px solid var(--mui-palette-divider)',
  borderRadius: 12,
  background: 'var(--mui-palette-background-default)',
  color: 'var(--mui-palette-text-secondary)',
  font: 'inherit',
  fontSize: 12,
  fontVariantNumeric: 'tabular-nums',
  cursor: 'pointer',
}
