import { styled } from '@mui/material/styles'
import { Search, X } from 'lucide-react'
import { type KeyboardEvent, memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

/** Searches as one types. Escape clears it, and leaves it when it is empty; Enter leads to the rows. */
export const SearchBox = memo(function SearchBox({
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
    <Frame>
      <Search size={16} aria-hidden />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        dir="auto"
        maxLength={1000}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={press}
      />
      {value ? (
        <button
          type="button"
          aria-label={t('clearSearch')}
          title={t('clearSearch')}
          onClick={() => {
            onChange('')
            ref.current?.focus()
          }}
        >
          <X size={14} aria-hidden />
        </button>
      ) : null}
    </Frame>
  )
})

// Not MUI's TextField: its dozen components took longer at each letter than the rows that are found.
const Frame = styled('div')({
  position: 'relative',
  flex: 'none',
  width: 280,
  '@media (min-width: 1200px)': { width: 360 },
  height: 32,
  color: 'var(--mui-palette-text-secondary)',
  '& > svg': { position: 'absolute', left: 11, top: 8, pointerEvents: 'none' },
  '& > input': {
    width: '100%',
    height: '100%',
    padding: '0 30px 0 35px',
    border: '1px solid rgba(var(--mui-palette-common-onBackgroundChannel) / 0.23)',
    borderRadius: 6,
    background: 'none',
    color: 'var(--mui-palette-text-primary)',
    font: 'inherit',
  },
  '& > input::placeholder': { color: 'inherit', opacity: 0.7 },
  '& > input:hover': { borderColor: 'var(--mui-palette-text-primary)' },
  '& > input:focus': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: -2 },
  '& > input::-webkit-search-cancel-button': { display: 'none' },
  '& > button': {
    position: 'absolute',
    right: 4,
    top: 4,
    width: 24,
    height: 24,
    padding: 0,
    display: 'grid',
    placeItems: 'center',
    border: 0,
    borderRadius: '50%',
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
  },
  '& > button:hover': { backgroundColor: 'var(--mui-palette-action-hover)' },
})
