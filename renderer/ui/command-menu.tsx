import Button from '@mui/material/Button'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { ChevronDown, type LucideIcon } from 'lucide-react'
import { useId, useState } from 'react'

type Command = {
  readonly label: string
  readonly icon: LucideIcon
  /** Why it does nothing. */
  readonly refusal?: string | undefined
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** Commands of a page that are needed now and then, behind one button. */
export function CommandMenu({
  label,
  commands,
}: {
  readonly label: string
  readonly commands: readonly Command[]
}) {
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        id={id}
        variant="text"
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        endIcon={<ChevronDown size={16} aria-hidden />}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {label}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ list: { 'aria-labelledby': id } }}
      >
        {commands.map(({ label: name, icon: Icon, refusal, disabled = false, onClick }) => (
          <MenuItem
            key={name}
            disabled={disabled}
            {...(refusal === undefined
              ? {
                  onClick: () => {
                    close()
                    onClick()
                  },
                }
              : { 'aria-disabled': true })}
          >
            <ListItemIcon sx={{ color: 'inherit' }}>
              <Icon size={16} aria-hidden />
            </ListItemIcon>
            <ListItemText primary={name} secondary={refusal} />
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
