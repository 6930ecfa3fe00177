import { LayoutList } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PopoverButton } from '../../ui/popover-button.tsx'
import type { ListView } from '../list-view.ts'
import { ViewEditor } from './view-editor.tsx'

/** Opens the person's views of the list. */
export function ViewsButton({
  view,
  onChoose,
}: {
  /** What the list shows by now. */
  readonly view: () => ListView
  readonly onChoose: (view: ListView) => void
}) {
  const { t } = useTranslation('users')
  return (
    <PopoverButton label={t('views')} icon={LayoutList}>
      {(close) => (
        <ViewEditor
          view={view}
          onSaved={close}
          onChoose={(next) => {
            close()
            onChoose(next)
          }}
        />
      )}
    </PopoverButton>
  )
}
