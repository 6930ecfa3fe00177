import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useValueWords } from '../properties/use-value-words.ts'

/** Offers to take up again what was left unsaved. */
export function DraftBanner({
  savedAt,
  outdated = false,
  onContinue,
  onDiscard,
}: {
  readonly savedAt: string
  /** The user has been changed since the draft was begun. */
  readonly outdated?: boolean
  readonly onContinue: () => void
  readonly onDiscard: () => void
}) {
  const { t } = useTranslation('profile')
  const words = useValueWords()
  const when = words.moment(savedAt)
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <>
          <Button color="inherit" onClick={onDiscard}>
            {t('draftDiscard')}
          </Button>
          <Button color="inherit" variant="outlined" onClick={onContinue}>
            {t('draftContinue')}
          </Button>
        </>
      }
    >
      {outdated ? t('draftOutdated', { when }) : t('draftFound', { when })}
    </Alert>
  )
}
