import OutlinedInput from '@mui/material/OutlinedInput'
import { asText } from '../raw.ts'
import { type EditorProps, inputProps } from './editor-props.ts'

/** One address. Not of type "email": the browser would clean what was typed before it can be judged. */
export function EmailEditor(props: EditorProps) {
  return (
    <OutlinedInput
      {...inputProps(props)}
      value={asText(props.value)}
      onChange={({ target }) => props.onChange(target.value)}
      slotProps={{
        input: { dir: 'ltr', inputMode: 'email', spellCheck: false, autoCapitalize: 'none' },
      }}
    />
  )
}
