import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsIn, recoveryDigitsIn } from '../../shared/recovery-key.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { monospace } from '../ui/monospace.ts'
import { twoPlaces } from './two-places.ts'

/** Asks for two groups of the recovery key, which are not shown meanwhile. */
export function TypeBack({
  recoveryKey,
  onTyped,
  onShow,
  pending,
  error,
}: {
  readonly recoveryKey: string
  readonly onTyped: () => void
  readonly onShow: () => void
  readonly pending: boolean
  readonly error: unknown
}) {
  const { t } = useTranslation('recovery')
  const groups = groupsIn(recoveryKey)
  const [places] = useState(() => twoPlaces(groups.length))
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [wrong, setWrong] = useState<readonly number[]>([])
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = places.filter((place, at) => recoveryDigitsIn(typed[at] ?? '') !== groups[place])
    setWrong(found)
    const [first] = found
    if (first === undefined) onTyped()
    else form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus()
  }
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onSubmit={submit}
      sx={{ display: 'grid', gap: 2 }}
      aria-label={t('typeBack')}
    >
      <Typography>{t('typeBackHint')}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        {places.map((place, at) => (
          <TextField
            key={place}
            name={String(place)}
            label={t('group', { number: place + 1 })}
            required
            autoFocus={at === 0}
            autoComplete="off"
            value={typed[at]}
            onChange={({ target }) =>
              setTyped(at === 0 ? [target.value, typed[1]] : [typed[0], target.value])
            }
            error={wrong.includes(place)}
            helperText={wrong.includes(place) ? t('groupWrong') : ''}
            slotProps={{ htmlInput: { spellCheck: false, dir: 'ltr', style: monospaced } }}
          />
        ))}
      </Box>
      <FailureAlert error={error} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={onShow}>{t('showAgain')}</Button>
        <Button type="submit" variant="contained" loading={pending}>
          {t('goOn')}
        </Button>
      </Box>
    </Box>
  )
}

const monospaced = {
  fontFamily: monospace,
  textTransform: 'uppercase',
} as const
