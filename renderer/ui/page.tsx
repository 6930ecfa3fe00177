import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type CSSProperties, memo, type ReactNode, useEffect } from 'react'

type Head = {
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
}

/** The frame of a page: one heading, its commands beside it, and the content below. */
export function Page({
  below,
  children,
  fill = false,
  ...head
}: Head & {
  /** A bar that stays at the bottom while the content scrolls. */
  readonly below?: ReactNode
  readonly children: ReactNode
  /** The content fills the height and scrolls by itself. */
  readonly fill?: boolean
}) {
  const { title } = head
  useEffect(() => {
    document.title = `${title} · Roster`
  }, [title])
  return (
    <main style={frame}>
      <div style={{ ...scroller, overflow: fill ? 'hidden' : 'auto' }}>
        <PageHead {...head} />
        <div style={fill ? filling : flowing}>{children}</div>
      </div>
      {below}
    </main>
  )
}

// Not Box, whose styles are worked out anew each time that something in the page changes.
const column = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const
const frame: CSSProperties = { ...column, height: '100%', minWidth: 0 }
const scroller: CSSProperties = {
  ...column,
  // What is placed absolutely in the content scrolls with it, instead of making the window scroll.
  position: 'relative',
  flex: 1,
  scrollPadding: 16,
}
const filling: CSSProperties = { ...column, flex: 1 }
const flowing: CSSProperties = { padding: '0 24px 32px' }

/** Stays as it is while only the content changes, as it does at each letter of a search. */
const PageHead = memo(function PageHead({ title, heading, lead, about, actions, above }: Head) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 3, pt: above ? 1 : 2, pb: 1.5 }}>
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
  )
})
