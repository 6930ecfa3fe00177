import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { type EditorProps, inputProps } from './editor-props.ts'

/**
 * Several addresses and an input for one more. What is being typed already counts as the last address,
 * so that a save does not miss it; Enter, "Add" or leaving the field moves it into the list.
 */
export function AddressList({
  addresses,
  label,
  toAddress = (text) => text.trim(),
  isGood,
  shown = (address) => address,
  mark,
  onAddresses,
  ...props
}: EditorProps & {
  readonly addresses: readonly string[]
  readonly label: string
  /** The address that a typed text stands for. */
  readonly toAddress?: (text: string) => string
  readonly isGood: (address: string) => boolean
  readonly shown?: (address: string) => string
  /** What stands beside an address in the list. */
  readonly mark?: (address: string) => ReactNode
  readonly onAddresses: (addresses: readonly string[]) => void
}) {
  const { t } = useTranslation('profile')
  const [text, setText] = useState('')
  const typing = text.trim() !== '' && addresses.at(-1) === toAddress(text)
  const listed = typing ? addresses.slice(0, -1) : addresses
  const shownText = typing || text.trim() === '' ? text : ''

  const type = (next: string) => {
    setText(next)
    onAddresses(next.trim() === '' ? listed : [...listed, toAddress(next)])
  }
  const finish = () => {
    if (typing && isGood(toAddress(text))) setText('')
  }

  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      {listed.length > 0 ? (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {listed.map((address) => (
            <Box
              component="li"
              key={address}
              sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28 }}
            >
              <Typography
                component="span"
                dir="ltr"
                noWrap
                title={shown(address)}
                sx={{ minWidth: 0 }}
              >
                {shown(address)}
              </Typography>
              <Box sx={{ flex: 1, display: 'flex', justifyContent: 'flex-end', gap: 0.5 }}>
                {mark?.(address)}
                <IconButton
                  title={t('remove')}
                  sx={{ p: '5px' }}
                  onClick={() => onAddresses(addresses.filter((each) => each !== address))}
                >
                  <X size={14} aria-hidden />
                  <VisuallyHidden>{t('removeValue', { value: shown(address) })}</VisuallyHidden>
                </IconButton>
              </Box>
            </Box>
          ))}
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <OutlinedInput
          {...inputProps(props)}
          value={shownText}
          onChange={({ target }) => type(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            finish()
            props.onLeave()
          }}
          onBlur={() => {
            finish()
            props.onLeave()
          }}
          slotProps={{ input: { dir: 'ltr', inputMode: 'email', spellCheck: false } }}
        />
        <Button variant="outlined" color="inherit" onClick={finish} disabled={shownText === ''}>
          <span aria-hidden>{t('add')}</span>
          <VisuallyHidden>{t('addValue', { label })}</VisuallyHidden>
        </Button>
      </Box>
    </Box>
  )
}
