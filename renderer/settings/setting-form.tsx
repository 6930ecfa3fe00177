import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A form that opens in a card in the place of the button that leads to it. */
export function SettingForm({
  label,
  submit,
  pending,
  onSubmit,
  onCancel,
  children,
}: {
  readonly label: string
  readonly submit: string
  readonly pending: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation('settings')
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Box
      component="form"
      noValidate
      aria-label={label}
      onSubmit={send}
      sx={{ display: 'grid', gap: 2, width: '100%', maxWidth: 440, pt: 1 }}
    >
      {children}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="submit" variant="contained" loading={pending}>
          {submit}
        </Button>
      </Box>
    </Box>
  )
}
