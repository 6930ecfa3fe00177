import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Text for screen readers only. */
export function VisuallyHidden({
  id,
  role,
  children,
}: {
  readonly id?: string
  readonly role?: 'status'
  readonly children: ReactNode
}) {
  return (
    <Box
      component="span"
      {...(id ? { id } : {})}
      {...(role ? { role } : {})}
      sx={{
        position: 'absolute',
        width: 1,
        height: 1,
        m: '-1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  )
}
