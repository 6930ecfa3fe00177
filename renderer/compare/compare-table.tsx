import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import type { Pair } from './sides.ts'
import { useSideWords } from './use-side-words.ts'

/** Two sides, a property a line; where they differ is marked by more than colour. */
export function CompareTable({
  label,
  pair,
  properties,
  different,
}: {
  readonly label: string
  readonly pair: Pair
  readonly properties: readonly PropertyName[]
  readonly different: ReadonlySet<PropertyName>
}) {
  const { t } = useTranslation(['compare', 'properties'])
  const words = useSideWords()
  return (
    <Table size="small" aria-label={label} sx={{ tableLayout: 'fixed', maxWidth: 1200 }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: '24%' }}>{t('property')}</TableCell>
          {pair.map(({ title }) => (
            <TableCell key={title} sx={{ overflowWrap: 'anywhere' }}>
              <bdi>{title}</bdi>
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {properties.map((name) => {
          const differs = different.has(name)
          return (
            <TableRow key={name}>
              <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
                {t(`properties:${name}`)}
                {differs ? <VisuallyHidden> {t('differs')}</VisuallyHidden> : null}
              </TableCell>
              {pair.map((side) => (
                <TableCell
                  key={side.title}
                  sx={{ overflowWrap: 'anywhere', fontWeight: differs ? 600 : 400 }}
                >
                  <bdi>{words(side, name) || t('none')}</bdi>
                </TableCell>
              ))}
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}
