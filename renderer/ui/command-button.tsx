import Button, { type ButtonProps } from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import type { LucideIcon } from 'lucide-react'

/**
 * A command of a page. While `refusal` is given the button does nothing and says why, and it stays
 * reachable by keyboard so that the reason can be read.
 */
export function CommandButton({
  label,
  icon: Icon,
  refusal,
  onClick,
  ...rest
}: Omit<ButtonProps, 'children' | 'startIcon'> & {
  readonly label: string
  readonly icon: LucideIcon
  readonly refusal?: string | undefined
}) {
  const refused = refusal !== undefined
  return (
    <Tooltip title={refusal ?? ''} describeChild>
      <Button
        variant="text"
        color="inherit"
        {...rest}
        {...(onClick && !refused ? { onClick } : {})}
        {...(refused ? { 'aria-disabled': true, sx: { opacity: 0.5, cursor: 'default' } } : {})}
        startIcon={<Icon size={16} aria-hidden />}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
