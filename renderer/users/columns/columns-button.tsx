import { Columns3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PopoverButton } from '../../ui/popover-button.tsx'
import type { ListView } from '../list-view.ts'
import { ColumnEditor } from './column-editor.tsx'

/** Opens the choice of columns. */
export function ColumnsButton({
  columns,
  deleted,
  onChange,
  onReset,
}: {
  readonly columns: ListView['columns']
  readonly deleted: boolean
  readonly onChange: (columns: ListView['columns']) => void
  readonly onReset: () => void
}) {
  const { t } = useTranslation('users')
  return (
    <PopoverButton label={t('columnsButton')} icon={Columns3}>
      {() => (
        <ColumnEditor columns={columns} deleted={deleted} onChange={onChange} onReset={onReset} />
      )}
    </PopoverButton>
  )
}
