import Box from '@mui/material/Box'
import Radio from '@mui/material/Radio'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { isUniqueToOne } from '../../shared/directory/unique-to-one.ts'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import type { Pair } from './sides.ts'
import { useSideWords } from './use-side-words.ts'

/** The values in which two users differ, of which one each is chosen. */
export function MergeTable({
  pair,
  properties,
  takes,
  onTake,
}: {
  readonly pair: Pair
  readonly properties: readonly PropertyName[]
  /** Whether the value of the second is taken. */
  readonly takes: (name: PropertyName) => boolean
  readonly onTake: (name: PropertyName, taken: boolean) => void
}) {
  const { t } = useTranslation(['compare', 'properties'])
  const words = useSideWords()
  return (
    <Table size="small" sx={{ tableLayout: 'fixed', maxWidth: 1200 }}>
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
          const property = t(`properties:${name}`)
          const fixed = isUniqueToOne(name)
          return (
            <TableRow key={name}>
              <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
                {property}
                {fixed ? (
                  <Typography variant="caption" component="div">
                    {t('fixed')}
                  </Typography>
                ) : null}
              </TableCell>
              {pair.map((side, index) => {
                const second = index === 1
                const chosen = !fixed && takes(name) === second
                return (
                  <TableCell key={side.title} sx={{ overflowWrap: 'anywhere' }}>
                    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
                      {fixed ? null : (
                        <Radio
                          size="small"
                          name={name}
                          checked={chosen}
                          onChange={() => onTake(name, second)}
                          slotProps={{
                            input: {
                              'aria-label': t('valueOf', { property, name: side.title }),
                            },
                          }}
                        />
                      )}
                      <Box
                        component="bdi"
                        sx={{
                          minWidth: 0,
                          fontWeight: chosen || (fixed && !second) ? 600 : 400,
                          ...(fixed && second ? { color: 'text.secondary' } : {}),
                        }}
                      >
                        {words(side, name) || t('none')}
                      </Box>
                    </Box>
                  </TableCell>
                )
              })}
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}
