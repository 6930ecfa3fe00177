import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { usePropertyLabel } from '../properties/property-label.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { PairTable } from './pair-table.tsx'
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
  const { t } = useTranslation('compare')
  const labelOf = usePropertyLabel()
  const words = useSideWords()
  return (
    <PairTable
      label={label}
      pair={pair}
      properties={properties}
      heading={(name) => (
        <>
          {labelOf(name)}
          {different.has(name) ? <VisuallyHidden> {t('differs')}</VisuallyHidden> : null}
        </>
      )}
      cell={(name, side) => (
        <Box component="bdi" sx={{ fontWeight: different.has(name) ? 600 : 400 }}>
          {words(side, name) || t('none')}
        </Box>
      )}
    />
  )
}
