import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import Tooltip from '@mui/material/Tooltip'
import { Search, X } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'

/** Searches as one types. Escape clears it, and leaves it when it is empty; Enter leads to the rows. */
export function SearchBox({
  label,
  value,
  onChange,
  onLeave,
  ref,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
  readonly ref: RefObject<HTMLInputElement | null>
}) {
  const { t } = useTranslation('grid')
  const press = (event: KeyboardEvent) => {
    // While an input method composes a word, its keys are its own.
    if (event.nativeEvent.isComposing) return
    const leaves = event.key === 'Enter' || event.key === 'ArrowDown'
    if (event.key === 'Escape' && value !== '') onChange('')
    else if (leaves || event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }
  return (
    <TextField
      placeholder={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={press}
      inputRef={ref}
      sx={{ width: { xs: 280, lg: 360 }, flex: 'none' }}
      slotProps={{
        htmlInput: {
          type: 'search',
          'aria-label': label,
          dir: 'auto',
          maxLength: 1000,
          autoComplete: 'off',
          spellCheck: false,
        },
        input: {
          sx: {
            height: 32,
            pr: 0.5,
            '& input::-webkit-search-cancel-button': { display: 'none' },
          },
          startAdornment: (
            <InputAdornment position="start">
              <Search size={16} aria-hidden />
            </InputAdornment>
          ),
          endAdornment: value ? (
            <Tooltip title={t('clearSearch')}>
              <IconButton
                aria-label={t('clearSearch')}
                onClick={() => {
                  onChange('')
                  ref.current?.focus()
                }}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </Tooltip>
          ) : null,
        },
      }}
    />
  )
}
