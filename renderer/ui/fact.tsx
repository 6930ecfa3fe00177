import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyButton, revealedOnHover } from './copy-button.tsx'

/** A label above its value, as one pair of a description list. A copy button shows on hover and focus. */
export function Fact({
  label,
  copy,
  wide = false,
  children,
}: {
  readonly label: string
  /** What the copy button copies; without it there is none. */
  readonly copy?: string | undefined
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <Box sx={{ minWidth: 0, ...(wide ? { gridColumn: 'span 2' } : {}), ...revealedOnHover }}>
      <Typography
        component="dt"
        variant="caption"
        color="textSecondary"
        noWrap
        sx={{ display: 'flex', alignItems: 'center', minHeight: 24 }}
      >
        {label}
      </Typography>
      <Box
        component="dd"
        sx={{ m: 0, display: 'flex', alignItems: 'flex-start', gap: 0.5, minHeight: 24 }}
      >
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', py: '2px' }}>{children}</Box>
        {copy ? <CopyButton label={label} text={copy} /> : null}
      </Box>
    </Box>
  )
}
