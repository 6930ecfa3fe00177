import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'

/** The frame of a page: one heading, its commands beside it, and the content below. */
export function Page({
  title,
  actions,
  above,
  children,
  fill = false,
}: {
  readonly title: string
  readonly actions?: ReactNode
  /** What stands over the heading, such as the way back. */
  readonly above?: ReactNode
  readonly children: ReactNode
  /** The content fills the height and scrolls by itself. */
  readonly fill?: boolean
}) {
  useEffect(() => {
    document.title = `${title} · Roster`
  }, [title])
  return (
    <Box
      component="main"
      sx={{
        height: '100%',
        minWidth: 0,
        display: 'flex',
        flexDirection: 'column',
        overflow: fill ? 'hidden' : 'auto',
      }}
    >
      <Box sx={{ px: 3, pt: above ? 1 : 2, pb: 1.5 }}>
        {above}
        <Box
          sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, minHeight: 36 }}
        >
          <Typography variant="h1" sx={{ flex: 1, minWidth: 200 }} dir="auto" noWrap title={title}>
            {title}
          </Typography>
          {actions}
        </Box>
      </Box>
      <Box
        sx={
          fill
            ? { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }
            : { px: 3, pb: 4 }
        }
      >
        {children}
      </Box>
    </Box>
  )
}
