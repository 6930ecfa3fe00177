import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api-context.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import { FoundNames } from './found-names.tsx'
import { listedNames } from './listed-names.ts'

/** A list to paste, whom it names, and the choice of them. */
export function ChooseForm({
  onClose,
  onChoose,
}: {
  readonly onClose: () => void
  readonly onChoose: (ids: readonly string[]) => void
}) {
  const { t } = useTranslation('users')
  const api = useApi()
  const id = useId()
  const [text, setText] = useState('')
  const [meant, setMeant] = useState<ReadonlySet<string>>(new Set())
  const find = useMutation({ mutationFn: (texts: string[]) => api.findUsers({ texts }) })
  const names = listedNames(text)
  const found = find.data
  const ids = found ? [...new Set([...found.ids, ...meant])] : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (found) onChoose(ids)
    else find.mutate([...names])
  }
  const edit = (next: string) => {
    setText(next)
    setMeant(new Set())
    find.reset()
  }
  const toggle = (user: string) => setMeant((before) => before.symmetricDifference(new Set([user])))
  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <LabelledField id={id} label={t('chooseTexts')} hint={t('chooseHint')}>
          <TextField
            id={id}
            multiline
            fullWidth
            autoFocus
            rows={8}
            value={text}
            onChange={({ target }) => edit(target.value)}
            slotProps={{
              htmlInput: { 'aria-describedby': helpIdOf(id), dir: 'auto', spellCheck: false },
            }}
          />
        </LabelledField>
        <FailureAlert error={find.error} />
        {found ? <FoundNames found={found} meant={meant} onToggle={toggle} /> : null}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('chooseCancel')}</Button>
        <Button
          type="submit"
          variant="contained"
          disabled={found ? ids.length === 0 : names.length === 0}
          loading={find.isPending}
        >
          {found ? t('chooseDone', { count: ids.length }) : t('chooseFind')}
        </Button>
      </DialogActions>
    </form>
  )
}
