import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import type { Pair } from './sides.ts'

/** Two users beside each other, a property a line. */
export function PairTable({
  label,
  pair,
  properties,
  heading,
  cell,
}: {
  readonly label?: string
  readonly pair: Pair
  readonly properties: readonly PropertyName[]
  /** The head of a line. */
  readonly heading: (name: PropertyName) => ReactNode
  /** What stands in a line below the first and the second. */
  readonly cell: (name: PropertyName, side: Pair[number], second: boolean) => ReactNode
}) {
  const { t } = useTranslation('compare')
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
        {properties.map((name) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
              {heading(name)}
            </TableCell>
            {pair.map((side, index) => (
              <TableCell key={side.title} sx={{ overflowWrap: 'anywhere' }}>
                {cell(name, side, index === 1)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
