import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { keysOf } from '../ui/shortcuts.ts'

/** What each does, by its keys. */
const keyboard = [
  ['search', 'mod+f', 'F3'],
  ['move', null],
  ['select', 'Space'],
  ['selectAll', 'mod+a'],
  ['open', 'Enter'],
  ['delete', 'Delete'],
  ['copyRows', 'mod+c'],
  ['add', 'mod+n'],
  ['copyUser', 'mod+d'],
  ['edit', 'mod+e'],
  ['save', 'mod+s'],
  ['saveAndAdd', 'mod+Enter'],
  ['leave', 'Escape'],
  ['undo', 'mod+z'],
  ['redo', 'mod+shift+z', 'mod+y'],
  ['lock', 'mod+l'],
  ['help', 'F1'],
] as const

const ways = [
  ['troubleUndo', 'toHistory', places.history],
  ['troubleBackup', 'toSettings', places.settings],
  ['troubleDiagnostics', 'toAbout', places.about],
] as const

/** The keys of the program, and where to turn when something is wrong. */
export function Keys() {
  const { t } = useTranslation('help')
  const written = (one: string | null, other?: string) => {
    if (one === null) return t('arrows')
    return other ? t('or', { one: keysOf(one), other: keysOf(other) }) : keysOf(one)
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 640, py: 2 }}>
      <SectionCard title={t('keyboard')}>
        <Box sx={{ overflowX: 'auto', mx: -2, my: -1 }}>
          <Table size="small" aria-label={t('keyboard')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('keys')}</TableCell>
                <TableCell>{t('does')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {keyboard.map(([what, one, other]) => (
                <TableRow key={what}>
                  <TableCell component="th" scope="row">
                    {written(one, other)}
                  </TableCell>
                  <TableCell>{t(`does_${what}`)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      </SectionCard>
      <SectionCard title={t('trouble')}>
        <Box sx={{ display: 'grid', gap: 1 }}>
          {ways.map(([what, link, to]) => (
            <Typography key={what} variant="body2">
              {t(what)}{' '}
              <GoLink to={to} underline="always">
                {t(link)}
              </GoLink>
            </Typography>
          ))}
        </Box>
      </SectionCard>
    </Box>
  )
}
