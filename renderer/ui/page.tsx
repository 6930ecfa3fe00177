import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'

/** The frame of a page: one heading, its commands beside it, and the content below. */
export function Page({
  title,
  heading,
  lead,
  about,
  actions,
  above,
  below,
  children,
  fill = false,
}: {
  readonly title: string
  /** The title with its parts marked up, when the plain text will not do. */
  readonly heading?: ReactNode
  /** What stands before the heading, such as a picture. */
  readonly lead?: ReactNode
  /** A line about the subject, under the heading. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  /** What stands over the heading, such as the way back. */
  readonly above?: ReactNode
  /** A bar that stays at the bottom while the content scrolls. */
  readonly below?: ReactNode
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
      sx={{ height: '100%', minWidth: 0, display: 'flex', flexDirection: 'column' }}
    >
      <Box
        sx={{
          // What is placed absolutely in the content scrolls with it, instead of making the window scroll.
          position: 'relative',
          flex: 1,
          minHeight: 0,
          display: 'flex',
          flexDirection: 'column',
          overflow: fill ? 'hidden' : 'auto',
          scrollPadding: 16,
        }}
      >
        <Box
          sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 3, pt: above ? 1 : 2, pb: 1.5 }}
        >
          {lead}
          <Box sx={{ flex: 1, minWidth: 0 }}>
            {above}
            <Box
              sx={{
                display: 'flex',
                alignItems: 'center',
                flexWrap: 'wrap',
                gap: 1,
                minHeight: 36,
              }}
            >
              <Typography
                variant="h1"
                noWrap
                title={title}
                {...(heading ? {} : { dir: 'auto' })}
                sx={{ flex: 1, minWidth: 200 }}
              >
                {heading ?? title}
              </Typography>
              {actions}
            </Box>
            {about}
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
      {below}
    </Box>
  )
}
