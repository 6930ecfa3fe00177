import OutlinedInput from '@mui/material/OutlinedInput'
import { asText } from '../raw.ts'
import { type EditorProps, inputProps } from './editor-props.ts'

export function MultilineEditor(props: EditorProps) {
  return (
    <OutlinedInput
      {...inputProps(props)}
      multiline
      minRows={2}
      maxRows={6}
      value={asText(props.value)}
      onChange={({ target }) => props.onChange(target.value)}
      slotProps={{ input: { dir: 'auto', spellCheck: false } }}
    />
  )
}
