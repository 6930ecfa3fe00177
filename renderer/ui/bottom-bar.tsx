import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** What a page comes to, and the ways on from it. Stands below what scrolls, so that it covers nothing. */
export function BottomBar({
  label,
  status,
  quiet = false,
  children,
}: {
  readonly label: string
  /** Told to screen readers whenever it changes; left out where there is nothing to count. */
  readonly status?: string
  /** Whether the status says that there is nothing to do yet. */
  readonly quiet?: boolean
  readonly children: ReactNode
}) {
  return (
    <Box
      component="section"
      aria-label={label}
      sx={{
        position: 'relative',
        // Above the lists of fields, which may reach down to here.
        zIndex: 3,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 3,
        minHeight: 52,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {status === undefined ? (
        <Box sx={{ flex: 1 }} />
      ) : (
        <Typography role="status" sx={{ flex: 1 }} color={quiet ? 'textSecondary' : 'textPrimary'}>
          {status}
        </Typography>
      )}
      {children}
    </Box>
  )
}
