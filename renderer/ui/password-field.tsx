import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField, { type TextFieldProps } from '@mui/material/TextField'
import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A password, which can be shown, with a hint when Caps Lock is on. Pasting is fine. */
export function PasswordField({
  helperText,
  inputProps,
  ...rest
}: Omit<TextFieldProps, 'slotProps'> & { readonly inputProps?: ComponentProps<'input'> }) {
  const { t } = useTranslation('passwords')
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const notice = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const label = t(shown ? 'hidePassword' : 'showPassword')
  return (
    <TextField
      {...rest}
      type={shown ? 'text' : 'password'}
      onKeyUp={notice}
      helperText={capsLock ? t('capsLock') : helperText}
      slotProps={{
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                aria-label={label}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              >
                {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
              </IconButton>
            </InputAdornment>
          ),
        },
        htmlInput: { spellCheck: false, autoCapitalize: 'none', ...inputProps },
      }}
    />
  )
}
