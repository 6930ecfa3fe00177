import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

/** An outlined card that screen readers know as a region by its title. */
export function SectionCard({
  title,
  actions,
  children,
  id,
  fill = false,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly id?: string
  /** The card takes the height there is, and its content everything below the title. */
  readonly fill?: boolean
}) {
  const heading = useId()
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={heading}
      {...(id ? { id } : {})}
      sx={{ scrollMarginTop: 16, ...(fill ? filling : {}) }}
    >
      <Box
        sx={{
          display: 'flex',
          flex: 'none',
          alignItems: 'center',
          gap: 1,
          minHeight: 44,
          px: 2,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h2" id={heading} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {actions}
      </Box>
      <Box sx={fill ? filling : { p: 2 }}>{children}</Box>
    </Paper>
  )
}

const filling = {
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  overflow: 'hidden',
} as const
