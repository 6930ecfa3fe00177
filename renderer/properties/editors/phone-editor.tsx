import OutlinedInput from '@mui/material/OutlinedInput'
import { asList, asText } from '../raw.ts'
import { type EditorProps, inputProps } from './editor-props.ts'

export function PhoneEditor(props: EditorProps) {
  return (
    <OutlinedInput
      {...inputProps(props)}
      value={asText(props.value)}
      onChange={({ target }) => props.onChange(target.value)}
      slotProps={{ input: { dir: 'ltr', inputMode: 'tel', spellCheck: false } }}
    />
  )
}

/** Graph keeps business phones as a list in which there is room for one. */
export function PhonesEditor(props: EditorProps) {
  const [number = ''] = asList(props.value)
  return (
    <PhoneEditor
      {...props}
      value={number}
      onChange={(raw) => props.onChange(raw === '' ? [] : [asText(raw)])}
    />
  )
}
