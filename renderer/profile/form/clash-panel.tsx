import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Raw } from '../../properties/raw.ts'
import { useValueWords } from '../../properties/use-value-words.ts'
import type { Clash, Side } from './clashes.ts'
import type { FormActions } from './use-profile-form.ts'
import { useUserName } from './use-user-name.ts'

/** Lets the person choose, for each property that somebody else changed too, whose value to keep. */
export function ClashPanel({
  clashes,
  nothingLeft,
  onChoose,
}: {
  readonly clashes: readonly Clash[]
  readonly nothingLeft: boolean
  readonly onChoose: FormActions['choose']
}) {
  const { t } = useTranslation('profile')
  const panel = useRef<HTMLDivElement>(null)
  const clashed = clashes.map((clash) => clash.told).join('\n')
  useEffect(() => {
    if (clashed !== '') panel.current?.focus()
  }, [clashed])
  if (clashes.length === 0) return null
  const solved = clashes.every((clash) => clash.kept !== null)
  const advice = nothingLeft ? 'clashNothingLeft' : 'clashSolved'
  return (
    <Alert severity="warning" ref={panel} tabIndex={-1} sx={{ mb: 2 }}>
      <Typography variant="h3" component="p">
        {t('clashTitle', { count: clashes.length })}
      </Typography>
      <Typography>{t(solved ? advice : 'clashText')}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, mt: 1 }}>
        {clashes.map((clash) => (
          <Choice key={clash.name} clash={clash} onChoose={(kept) => onChoose(clash.name, kept)} />
        ))}
      </Box>
    </Alert>
  )
}

// A field set, not a group named by the label: the label names the field alone.
function Choice({
  clash,
  onChoose,
}: {
  readonly clash: Clash
  readonly onChoose: (kept: Side) => void
}) {
  const { t } = useTranslation(['profile', 'properties'])
  const sides = ['mine', 'theirs'] as const
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ p: 0 }}>
        {t(`properties:${clash.name}`)}
      </Typography>
      <Typography variant="caption" component="p" sx={{ m: 0 }}>
        {clash.told}
      </Typography>
      {sides.map((side) => (
        <FormControlLabel
          key={side}
          sx={{ display: 'flex', alignItems: 'flex-start', mr: 0 }}
          control={
            <Radio
              size="small"
              name={`clash-${clash.name}`}
              checked={clash.kept === side}
              onChange={() => onChoose(side)}
              sx={{ py: '5px' }}
            />
          }
          label={
            <Box sx={{ display: 'flex', gap: 1, py: 0.5 }}>
              <Typography component="span" color="textSecondary" sx={{ minWidth: 52 }}>
                {t(side)}
              </Typography>
              <ClashingValue clash={clash} value={clash[side]} />
            </Box>
          }
        />
      ))}
    </Box>
  )
}

function ClashingValue({ clash: { name }, value }: { readonly clash: Clash; readonly value: Raw }) {
  const { t } = useTranslation('profile')
  const words = useValueWords()
  const person = useUserName(name === 'managerId' && typeof value === 'string' ? value : null)
  return (
    <Box component="bdi" sx={{ overflowWrap: 'anywhere' }}>
      {(person ?? words.line(name, value)) || t('none')}
    </Box>
  )
}
