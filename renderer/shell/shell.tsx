import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { KeyBanner } from './key-banner.tsx'
import { Navigation } from './navigation.tsx'
import { StatusBar } from './status-bar.tsx'
import { StorageBanner } from './storage-banner.tsx'
import { useHelpKey } from './use-help-key.ts'

/** The frame around every page: navigation on the left, the status of the data below. */
export function Shell({ children }: { readonly children: ReactNode }) {
  useHelpKey()
  return (
    <Box
      sx={{
        height: '100%',
        display: 'grid',
        gridTemplateColumns: { xs: '56px minmax(0, 1fr)', lg: '208px minmax(0, 1fr)' },
        gridTemplateRows: 'minmax(0, 1fr) auto',
      }}
    >
      <Navigation />
      <Box sx={{ minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <StorageBanner />
        <KeyBanner />
        <Box sx={{ flex: 1, minHeight: 0 }}>{children}</Box>
      </Box>
      <StatusBar />
    </Box>
  )
}
