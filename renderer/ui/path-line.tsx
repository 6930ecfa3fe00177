import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'

/** A line that names a folder or a file, which can be copied. */
export function PathLine({
  label,
  path,
  children,
}: {
  /** What the path is of, for the button. */
  readonly label: string
  readonly path: string
  readonly children: ReactNode
}) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <Typography
        variant="caption"
        color="textSecondary"
        component="p"
        sx={{ overflowWrap: 'anywhere', minWidth: 0 }}
      >
        {children}
      </Typography>
      <CopyButton label={label} text={path} />
    </Box>
  )
}
