import { useTranslation } from 'react-i18next'
import { QuestionDialog } from '../ui/question-dialog.tsx'

/** Asks before users are removed for good. */
export function PurgeDialog({
  count,
  onPurge,
  onKeep,
}: {
  readonly count: number
  readonly onPurge: () => void
  readonly onKeep: () => void
}) {
  const { t } = useTranslation('users')
  return (
    <QuestionDialog
      open
      title={t('purgeTitle', { count })}
      text={t('purgeText')}
      lose={t('purge')}
      keep={t('purgeKeep')}
      onLose={onPurge}
      onKeep={onKeep}
    />
  )
}
