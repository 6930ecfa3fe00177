import { Circle, CircleAlert, CircleDot, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../shared/contract/bulk-requests.ts'

type State = PreviewRow['state']

const marks: Readonly<Record<State, { readonly icon: LucideIcon; readonly color: string }>> = {
  changed: { icon: CircleDot, color: 'var(--mui-palette-primary-main)' },
  unchanged: { icon: Circle, color: 'var(--mui-palette-text-secondary)' },
  invalid: { icon: CircleAlert, color: 'var(--mui-palette-error-main)' },
}

/** What becomes of a user, as a sign. */
export function StateMark({ state }: { readonly state: State }) {
  const { t } = useTranslation('bulk')
  const { icon: Icon, color } = marks[state]
  const label = t(`state.${state}`)
  return (
    <Icon size={14} role="img" aria-label={label} style={{ flex: 'none', marginTop: 3, color }} />
  )
}
