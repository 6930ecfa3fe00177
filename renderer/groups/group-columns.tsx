import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** The two columns of a group: what it is, and who is in it. Each scrolls by itself. */
export function GroupColumns({
  left,
  right,
}: {
  readonly left: ReactNode
  readonly right: ReactNode
}) {
  return (
    <Box sx={layout}>
      <Box sx={cards}>{left}</Box>
      {right}
    </Box>
  )
}

const cards = {
  minHeight: 0,
  overflow: 'auto',
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  // A card must not become wider than the column, whatever is in it.
  gridTemplateColumns: 'minmax(0, 1fr)',
}

const layout = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gap: 2,
  px: 3,
  pb: 2,
  gridTemplateColumns: 'minmax(280px, 2fr) minmax(0, 5fr)',
  gridTemplateRows: 'minmax(0, 1fr)',
}
