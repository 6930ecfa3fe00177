import { ChevronLeft } from 'lucide-react'
import { GoLink } from './go-link.tsx'

/** The way back to a list. Its name differs from the navigation's, which leads there too. */
export function BackLink({
  to,
  label,
  name,
}: {
  readonly to: string
  readonly label: string
  readonly name: string
}) {
  return (
    <GoLink
      to={to}
      variant="body2"
      aria-label={name}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, ml: -0.5 }}
    >
      <ChevronLeft size={14} aria-hidden />
      {label}
    </GoLink>
  )
}
