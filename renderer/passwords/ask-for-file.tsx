import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { filePasswordLength } from '../../shared/fields/rules/password.ts'
import { failureIn } from '../api/client.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { LeftOut } from './left-out.tsx'
import { type Choice, generatedChoice, isSettled, PasswordChoice } from './password-choice.tsx'

/** Says whose passwords will be reset and whose not, and asks for the password of the file. */
export function AskForFile({
  preview,
  resetting,
  error,
  onReset,
  onCancel,
}: {
  readonly preview: Output<'previewPasswordReset'> | undefined
  readonly resetting: boolean
  readonly error: unknown
  readonly onReset: (choice: Choice) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('passwords')
  const [choice, setChoice] = useState<Choice>(generatedChoice)
  const [differ, setDiffer] = useState(false)
  const refused = failureIn(error)?.fields?.filePassword
  const count = preview?.ids.length ?? 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setDiffer(!isSettled(choice))
    if (isSettled(choice)) onReset(choice)
  }
  return (
    <Box component="form" noValidate onSubmit={submit}>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: 0 }}>
        {preview ? (
          <>
            <Typography sx={{ fontWeight: 500 }}>
              {count === 0 ? t('includedNobody') : t('included', { count })}
            </Typography>
            <LeftOut refused={preview.refused} />
          </>
        ) : error ? null : (
          <Box role="status">
            <Typography gutterBottom>{t('looking')}</Typography>
            <LinearProgress aria-hidden />
          </Box>
        )}
        {count === 0 ? null : (
          <>
            <DialogContentText>{t('manyExplained')}</DialogContentText>
            <PasswordChoice
              label={t('filePassword')}
              choice={choice}
              onChange={setChoice}
              policy={t('filePolicy', { limit: filePasswordLength })}
              refused={refused}
              differ={differ}
            />
          </>
        )}
        {refused ? null : <FailureAlert error={error} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onCancel} disabled={resetting}>
          {t('cancel')}
        </Button>
        {count === 0 ? null : (
          <Button type="submit" variant="contained" loading={resetting}>
            {t('resetAndSave', { count })}
          </Button>
        )}
      </DialogActions>
    </Box>
  )
}
