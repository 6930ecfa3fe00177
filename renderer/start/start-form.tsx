import Box from '@mui/material/Box'
import type { FormEvent, ReactNode } from 'react'

/** A form before the directory is open: its fields one under another, and the buttons below. */
export function StartForm({
  onSubmit,
  actions,
  children,
}: {
  readonly onSubmit: (event: FormEvent) => void
  readonly actions: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Box
      component="form"
      noValidate
      onSubmit={onSubmit}
      sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
    >
      {children}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>{actions}</Box>
    </Box>
  )
}
