import Popover from '@mui/material/Popover'
import { Columns3 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandButton } from '../../ui/command-button.tsx'
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
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <CommandButton
        label={t('columnsButton')}
        icon={Columns3}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('columnsButton'), sx: { mt: 0.5 } },
        }}
      >
        <ColumnEditor columns={columns} deleted={deleted} onChange={onChange} onReset={onReset} />
      </Popover>
    </>
  )
}
