import Popover from '@mui/material/Popover'
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { CommandButton } from './command-button.tsx'

/** A command that opens something to choose or to fill in, below itself. */
export function PopoverButton({
  label,
  icon,
  children,
}: {
  readonly label: string
  readonly icon: LucideIcon
  readonly children: (close: () => void) => ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <CommandButton
        label={label}
        icon={icon}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: { mt: 0.5 } } }}
      >
        {children(close)}
      </Popover>
    </>
  )
}
