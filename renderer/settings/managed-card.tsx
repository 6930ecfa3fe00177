import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { usePolicies } from '../api/queries.ts'
import { SectionCard } from '../ui/section-card.tsx'

/** Everything that the organisation decided for this computer, and where it says so. Nothing when it decided nothing. */
export function ManagedCard() {
  const { t } = useTranslation(['settings', 'policyTitles'])
  const { data: policies } = usePolicies()
  if (!policies || policies.enforced.length + policies.ignored.length === 0) return null
  const inWords = (value: string | number | boolean) =>
    typeof value === 'boolean' ? t(value ? 'on' : 'off') : String(value)
  return (
    <SectionCard title={t('managed')}>
      {policies.enforced.length > 0 ? (
        <Box sx={{ overflowX: 'auto', mx: -2, mt: -1 }}>
          <Table size="small" aria-label={t('managed')}>
            <TableHead>
              <TableRow>
                {(['managedSetting', 'managedValue', 'managedPlace'] as const).map((key) => (
                  <TableCell key={key}>{t(key)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {policies.enforced.map(({ name, value, place }) => (
                <TableRow key={name}>
                  <TableCell component="th" scope="row">
                    {t(`policyTitles:${name}`)}
                  </TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>{inWords(value)}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>{place}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      ) : null}
      {policies.ignored.map(({ name, place }) => (
        <Typography key={`${place} ${name}`} variant="body2" color="textSecondary" sx={{ pt: 1 }}>
          {t('managedIgnored', { name, place })}
        </Typography>
      ))}
    </SectionCard>
  )
}
