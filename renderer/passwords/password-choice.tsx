import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../ui/password-field.tsx'

/** A password that Roster makes, or one that a person types twice. */
export type Choice = {
  readonly generated: boolean
  readonly password: string
  readonly repeated: string
}

export const generatedChoice: Choice = { generated: true, password: '', repeated: '' }

export const isSettled = ({ generated, password, repeated }: Choice): boolean =>
  generated || password === repeated

/** Lets a person choose between both; what the application refuses is told at the field. */
export function PasswordChoice({
  label,
  choice,
  onChange,
  policy,
  refused,
  differ,
}: {
  readonly label: string
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
  readonly policy: string
  readonly refused: string | undefined
  /** Whether to say that the two are not the same. */
  readonly differ: boolean
}) {
  const { t } = useTranslation('passwords')
  const labelId = useId()
  return (
    <FormControl>
      <FormLabel id={labelId} sx={{ typography: 'caption' }}>
        {label}
      </FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={choice.generated ? 'generate' : 'choose'}
        onChange={(_event, value) => onChange({ ...choice, generated: value === 'generate' })}
      >
        <FormControlLabel
          value="generate"
          control={<Radio size="small" autoFocus />}
          label={
            <>
              {t('generate')}
              <Typography variant="caption" color="textSecondary" component="span" sx={{ ml: 1 }}>
                {t('generateHint')}
              </Typography>
            </>
          }
        />
        <FormControlLabel value="choose" control={<Radio size="small" />} label={t('choose')} />
      </RadioGroup>
      {choice.generated ? null : (
        <Box sx={{ display: 'grid', gap: 2, pl: 3.5, pt: 1 }}>
          <PasswordField
            label={t('typed')}
            required
            autoComplete="new-password"
            value={choice.password}
            onChange={({ target }) => onChange({ ...choice, password: target.value })}
            error={refused !== undefined}
            helperText={refused ?? policy}
          />
          <PasswordField
            label={t('repeat')}
            required
            autoComplete="new-password"
            value={choice.repeated}
            onChange={({ target }) => onChange({ ...choice, repeated: target.value })}
            error={differ}
            helperText={differ ? t('differ') : ''}
          />
        </Box>
      )}
    </FormControl>
  )
}
