import Button, { type ButtonProps } from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import type { LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import type { Command } from '../../shared/contract/commands.ts'
import { useOfferedCommand } from './offered-commands.ts'
import { useToast } from './toast.tsx'

/**
 * A command of a page. While `refusal` is given the button does nothing and says why, and it stays
 * reachable by keyboard so that the reason can be read.
 */
export function CommandButton({
  label,
  icon: Icon,
  refusal,
  command,
  onClick,
  ...rest
}: Omit<ButtonProps, 'children' | 'startIcon' | 'ref'> & {
  readonly label: string
  readonly icon: LucideIcon
  readonly refusal?: string | undefined
  /** The command of the host's menu that is this one. */
  readonly command?: Command
}) {
  const toast = useToast()
  const refused = refusal !== undefined
  const button = useRef<HTMLButtonElement>(null)
  useOfferedCommand(command, () => {
    if (refused) toast({ message: refusal })
    else button.current?.click()
  })
  return (
    <Tooltip title={refusal ?? ''} describeChild>
      <Button
        variant="text"
        color="inherit"
        {...rest}
        ref={button}
        {...(onClick && !refused ? { onClick } : {})}
        {...(refused ? { 'aria-disabled': true, sx: { opacity: 0.5, cursor: 'default' } } : {})}
        startIcon={<Icon size={16} aria-hidden />}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
