import Box from '@mui/material/Box'
import Radio from '@mui/material/Radio'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { isUniqueToOne } from '../../shared/directory/unique-to-one.ts'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { usePropertyLabel } from '../properties/property-label.ts'
import { PairTable } from './pair-table.tsx'
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
  const { t } = useTranslation('compare')
  const labelOf = usePropertyLabel()
  const words = useSideWords()
  return (
    <PairTable
      pair={pair}
      properties={properties}
      heading={(name) => (
        <>
          {labelOf(name)}
          {isUniqueToOne(name) ? (
            <Typography variant="caption" component="div">
              {t('fixed')}
            </Typography>
          ) : null}
        </>
      )}
      cell={(name, side, second) => {
        const fixed = isUniqueToOne(name)
        const chosen = !fixed && takes(name) === second
        const property = labelOf(name)
        return (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            {fixed ? null : (
              <Radio
                size="small"
                name={name}
                checked={chosen}
                onChange={() => onTake(name, second)}
                slotProps={{
                  input: { 'aria-label': t('valueOf', { property, name: side.title }) },
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
        )
      }}
    />
  )
}
