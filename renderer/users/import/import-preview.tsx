import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { ProblemTable } from './problem-table.tsx'

type Found = Output<'previewImport'>

const tiles = [
  { count: 'new', label: 'new' },
  { count: 'changed', label: 'changed' },
  { count: 'unchanged', label: 'unchanged' },
  { count: 'invalid', label: 'invalid' },
] as const

/** What a file would change, before anything is saved. */
export function ImportPreview({ name, found }: { readonly name: string; readonly found: Found }) {
  const { t } = useTranslation('importer')
  const changes = found.new + found.changed
  return (
    <>
      <Typography variant="body2">
        <strong>{t('inFile', { count: found.total })}</strong> · <bdi>{name}</bdi>
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(4, 1fr)',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          '& > div + div': { borderLeft: 1, borderColor: 'divider' },
        }}
      >
        {tiles.map(({ count, label }) => (
          <Box key={count} sx={{ p: 1.5, display: 'flex', flexDirection: 'column-reverse' }}>
            <Typography component="dt" variant="caption" color="textSecondary">
              {t(label)}
            </Typography>
            <Typography
              component="dd"
              sx={{
                m: 0,
                fontSize: '1.25rem',
                fontWeight: 600,
                fontVariantNumeric: 'tabular-nums',
                color: count === 'invalid' && found.invalid > 0 ? 'error.main' : undefined,
              }}
            >
              {t('figure', { n: found[count] })}
            </Typography>
          </Box>
        ))}
      </Box>
      {found.newDomains.length > 0 ? (
        <Typography variant="body2">
          {t('newDomains', {
            count: found.newDomains.length,
            domains: found.newDomains.join(', '),
          })}
        </Typography>
      ) : null}
      {changes > 0 ? null : (
        <Alert severity={found.invalid > 0 ? 'warning' : 'info'}>
          {t(found.invalid > 0 && found.unchanged === 0 ? 'nothingValid' : 'nothingToDo')}
        </Alert>
      )}
      {found.problems.length > 0 ? <ProblemTable problems={found.problems} /> : null}
    </>
  )
}
