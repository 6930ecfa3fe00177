import OutlinedInput from '@mui/material/OutlinedInput'
import { asText } from '../raw.ts'
import { type EditorProps, inputProps } from './editor-props.ts'

/** A calendar day. The browser's own field, which follows the person's habits and keyboard. */
export function DateEditor(props: EditorProps) {
  return (
    <OutlinedInput
      {...inputProps(props)}
      type="date"
      value={asText(props.value)}
      onChange={({ target }) => props.onChange(target.value)}
      // Without a year of four digits as the limit, a fifth digit goes into the year.
      slotProps={{ input: { max: '9999-12-31' } }}
    />
  )
}
