import OutlinedInput from '@mui/material/OutlinedInput'
import { asText } from '../raw.ts'
import { type EditorProps, inputProps } from './editor-props.ts'
import { isSuggested, SuggestionEditor } from './suggestion-editor.tsx'

/** Free text in one line, with the values others have where that helps. */
export function TextEditor(props: EditorProps) {
  if (isSuggested(props.name)) return <SuggestionEditor {...props} />
  return (
    <OutlinedInput
      {...inputProps(props)}
      value={asText(props.value)}
      onChange={({ target }) => props.onChange(target.value)}
      slotProps={{ input: { dir: 'auto', spellCheck: false } }}
    />
  )
}
