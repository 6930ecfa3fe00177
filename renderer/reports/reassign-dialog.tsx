import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import FormHelperText from '@mui/material/FormHelperText'
import InputLabel from '@mui/material/InputLabel'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { failureIn } from '../api/client.ts'
import { useUndo } from '../api/use-undo.ts'
import { PersonPicker, type PickedPerson } from '../properties/editors/person-picker.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { useToast } from '../ui/toast.tsx'
import { ReportList } from './report-list.tsx'
import type { LeftReports } from './use-left-reports.ts'

/** Who is left without a manager to turn to, and to whom they go. */
export function ReassignDialog({
  left,
  sentence,
  onClose,
}: {
  readonly left: LeftReports
  /** How many they are, and whose. */
  readonly sentence: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation('reports')
  const api = useApi()
  const toast = useToast()
  const undo = useUndo()
  const [title, input, help] = [useId(), useId(), useId()]
  const [chosen, setChosen] = useState<PickedPerson | null>(null)
  const saving = useMutation({
    mutationFn: ({ id }: PickedPerson) =>
      api.reassignReports({ managerIds: [...left.managerIds], newManagerId: id }),
    onSuccess: ({ transactionId, updated }, { displayName }) => {
      const message = t('reassigned', { count: updated, name: displayName })
      toast({ message, ...(undo && transactionId ? { action: undo(transactionId) } : {}) })
      onClose()
    },
  })
  const refused = failureIn(saving.error)?.fields?.newManagerId
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) saving.mutate(chosen)
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <DialogTitle id={title} variant="h2">
        {t('title')}
      </DialogTitle>
      <Box component="form" noValidate onSubmit={submit}>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: 0 }}>
          <DialogContentText>{sentence}</DialogContentText>
          <ReportList left={left} />
          <div>
            <InputLabel htmlFor={input} sx={{ position: 'static', transform: 'none', mb: 0.5 }}>
              {t('newManager')}
            </InputLabel>
            <PersonPicker
              id={input}
              chosen={chosen}
              without={left.managerIds}
              inDialog
              invalid={refused !== undefined}
              describedBy={help}
              onChoose={(person) => {
                setChosen(person)
                saving.reset()
              }}
            />
            <FormHelperText id={help} error={refused !== undefined}>
              {refused ?? t('newManagerHint')}
            </FormHelperText>
          </div>
          {refused ? null : <FailureAlert error={saving.error} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={chosen === null}
            loading={saving.isPending}
          >
            {t('reassign')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
