import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { splitUserPrincipalName } from '../../../shared/fields/rules/user-principal-name.ts'
import { useDirectory } from '../../api/queries.ts'
import { asText } from '../raw.ts'
import { type EditorProps, inputProps } from './editor-props.ts'
import { NamedCode } from './named-code.tsx'

/** A user name in two parts: what is typed before the @, and one of the directory's domains. */
export function UserNameEditor(props: EditorProps) {
  const { t } = useTranslation('profile')
  const { data: directory } = useDirectory()
  const { local, domain } = splitUserPrincipalName(asText(props.value))
  const known = directory?.domains ?? []

  /** A whole user name, as pasted, brings its domain along. */
  const type = (typed: string) => {
    const whole = splitUserPrincipalName(typed)
    const named = known.find((each) => each.toLowerCase() === whole.domain.toLowerCase())
    props.onChange(named ? `${whole.local}@${named}` : `${typed}@${domain}`)
  }

  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <OutlinedInput
        {...inputProps(props)}
        value={local}
        onChange={({ target }) => type(target.value)}
        slotProps={{ input: { dir: 'ltr', spellCheck: false, autoCapitalize: 'none' } }}
      />
      <Typography component="span" color="textSecondary" aria-hidden>
        @
      </Typography>
      <NamedCode
        id={`${props.id}-domain`}
        label={t('domain')}
        value={domain}
        options={known.map((each) => ({ code: each, name: each }))}
        clearable={false}
        invalid={props.invalid}
        describedBy={props.describedBy}
        onChange={(chosen) => props.onChange(`${local}@${chosen}`)}
        onLeave={props.onLeave}
      />
    </Box>
  )
}
