import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import Tooltip from '@mui/material/Tooltip'
import { Lock } from 'lucide-react'
import { propertyOf } from '../../../shared/fields/catalogue.ts'
import { useValueWords } from '../use-value-words.ts'
import type { EditorProps } from './editor-props.ts'

/** A value in the place of its editor, for somebody who may not change it. The keyboard reaches it all the same. */
export function ReadOnlyValue({
  id,
  name,
  value,
  user,
  describedBy,
  refusal,
}: EditorProps & { readonly refusal: string }) {
  const words = useValueWords()
  const shown = name === 'managerId' ? (user?.manager?.displayName ?? '') : words.line(name, value)
  return (
    <Tooltip title={refusal} describeChild>
      <div>
        <OutlinedInput
          id={id}
          value={shown}
          readOnly
          fullWidth
          size="small"
          sx={{ bgcolor: 'action.hover' }}
          endAdornment={
            <InputAdornment position="end" sx={{ mr: 1, color: 'text.secondary' }}>
              <Lock size={14} aria-hidden />
            </InputAdornment>
          }
          slotProps={{
            input: {
              'aria-describedby': describedBy,
              dir: leftToRight.has(propertyOf(name).editor) ? 'ltr' : 'auto',
            },
          }}
        />
      </div>
    </Tooltip>
  )
}

const leftToRight: ReadonlySet<string> = new Set([
  'user-name',
  'phone',
  'phones',
  'email',
  'emails',
  'proxy-addresses',
  'authentication-phone',
  'authentication-email',
])
