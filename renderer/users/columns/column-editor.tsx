import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Listed } from '../../../shared/contract/query.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'
import type { ListView } from '../list-view.ts'
import { columnChoices, toggleColumn } from './column-order.ts'
import { DensityChoice } from './density-choice.tsx'
import { ShownColumns } from './shown-columns.tsx'

/** Which columns are shown and in which order, and how high the rows are. Takes effect at once. */
export function ColumnEditor({
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
  const { t } = useTranslation(['users', 'sectionNames'])
  return (
    <Box
      sx={{
        width: 624,
        maxWidth: '100%',
        height: 520,
        maxHeight: 'calc(100vh - 120px)',
        display: 'grid',
        gridTemplateColumns: '1fr 1fr',
        gridTemplateRows: 'minmax(0, 1fr) auto',
      }}
    >
      <Box sx={{ overflow: 'auto', p: 2, borderRight: 1, borderColor: 'divider' }}>
        <Typography variant="h2" gutterBottom>
          {t('columnsShown')}
        </Typography>
        <ShownColumns columns={columns} onChange={onChange} />
      </Box>
      <Box sx={{ overflow: 'auto', p: 2 }}>
        <Typography variant="h2">{t('columnsAll')}</Typography>
        {columnChoices(deleted).map(({ section, columns: offered }) => (
          <SectionChoices
            key={section}
            title={section === 'record' ? t('record') : t(`sectionNames:${section}`)}
            offered={offered}
            shown={columns}
            onToggle={(column) => onChange(toggleColumn(columns, column))}
          />
        ))}
      </Box>
      <Box
        sx={{
          gridColumn: '1 / 3',
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 2,
          px: 2,
          py: 1,
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <DensityChoice />
        <Button onClick={onReset}>{t('columnsReset')}</Button>
      </Box>
    </Box>
  )
}

function SectionChoices({
  title,
  offered,
  shown,
  onToggle,
}: {
  readonly title: string
  readonly offered: readonly Listed[]
  readonly shown: readonly Listed[]
  readonly onToggle: (column: Listed) => void
}) {
  const labelOf = usePropertyLabel()
  return (
    <Box role="group" aria-label={title} sx={{ mt: 1.5 }}>
      <Typography variant="caption" color="textSecondary" component="div">
        {title}
      </Typography>
      {offered.map((column) => (
        <FormControlLabel
          key={column}
          sx={{ display: 'flex', ml: -0.75, mr: 0, minHeight: 28 }}
          slotProps={{ typography: { variant: 'body2' } }}
          label={labelOf(column)}
          control={
            <Checkbox
              sx={{ p: 0.5 }}
              checked={shown.includes(column)}
              disabled={column === 'displayName'}
              onChange={() => onToggle(column)}
            />
          }
        />
      ))}
    </Box>
  )
}
