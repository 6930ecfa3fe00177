import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useFormats } from '../text/formats.ts'
import { percentOf } from './filled-bar.tsx'

/** The departments, the largest first, each with how much of its people's data is there. */
export function DepartmentTable({
  departments,
}: {
  readonly departments: Output<'getHealth'>['departments']
}) {
  const { t } = useTranslation('health')
  const formats = useFormats()
  return (
    <TableContainer
      sx={{ maxHeight: 360 }}
      tabIndex={0}
      role="group"
      aria-label={t('byDepartment')}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{t('department')}</TableCell>
            <TableCell align="right">{t('users')}</TableCell>
            <TableCell align="right">{t('complete')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {departments.map(({ department, users, ...counts }) => (
            <TableRow key={department}>
              <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                <bdi>{department || t('noDepartment')}</bdi>
              </TableCell>
              <TableCell align="right">{formats.number(users)}</TableCell>
              <TableCell align="right">{t('percent', { percent: percentOf(counts) })}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
