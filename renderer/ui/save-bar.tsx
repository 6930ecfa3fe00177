import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { BottomBar } from './bottom-bar.tsx'

/** How much is unsaved, and the ways on. */
export function SaveBar({
  count,
  savable,
  saving,
  onSave,
  onSaveAndAdd,
  onDiscard,
}: {
  readonly count: number
  readonly savable: boolean
  readonly saving: boolean
  readonly onSave: () => void
  /** For a new user: saves, and begins the next one. */
  readonly onSaveAndAdd?: (() => void) | undefined
  readonly onDiscard: () => void
}) {
  const { t } = useTranslation()
  return (
    <BottomBar label={t('saveBar')} status={t('unsaved', { count })} quiet={count === 0}>
      <Button color="inherit" onClick={onDiscard} disabled={saving}>
        {t('discard')}
      </Button>
      {onSaveAndAdd ? (
        <Button variant="outlined" onClick={onSaveAndAdd} disabled={!savable || saving}>
          {t('saveAndAdd')}
        </Button>
      ) : null}
      <Button variant="contained" onClick={onSave} disabled={!savable} loading={saving}>
        {t('save')}
      </Button>
    </BottomBar>
  )
}
