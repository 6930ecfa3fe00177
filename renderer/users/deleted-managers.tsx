import { useTranslation } from 'react-i18next'
import { useUser } from '../api/queries.ts'
import { LeftReportsNotice } from '../reports/left-reports-notice.tsx'

/** Who still reports to the users that were just deleted; nothing once their deletion was undone. */
export function DeletedManagers({
  ids,
  onClose,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation('reports')
  // All were deleted as one change, so that one of them tells of all.
  const { data: first } = useUser(ids[0] ?? '')
  if (!first?.deletedDateTime) return null
  return (
    <LeftReportsNotice
      managerIds={ids}
      sentenceOf={(count) =>
        ids.length > 1
          ? t('leftBehindByMany', { count })
          : t('leftBehind', { count, name: t('whoIsDeleted', { name: first.displayName }) })
      }
      onClose={onClose}
    />
  )
}
