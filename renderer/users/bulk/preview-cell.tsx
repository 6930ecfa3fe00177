import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../shared/contract/bulk-requests.ts'
import type { PropertyName } from '../../../shared/fields/catalogue.ts'
import { sameValue } from '../../../shared/fields/values.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { PreviewText } from './use-preview-text.ts'

/** A value as it is, and, where it changes, as it would be; with what is wrong with that. */
export function PreviewCell({
  row: { cells, people },
  property,
  textOf,
}: {
  readonly row: PreviewRow
  readonly property: PropertyName
  readonly textOf: PreviewText
}) {
  const { t } = useTranslation('bulk')
  const cell = cells.find((each) => each.property === property)
  if (!cell) return null
  const { problem } = cell
  const before = textOf(property, cell.before, people) || t('none')
  if (sameValue(cell.before, cell.after) && !problem)
    return (
      <bdi className="same" title={before}>
        {before}
      </bdi>
    )
  const after = textOf(property, cell.after, people) || t('none')
  return (
    <>
      <del title={before}>
        <VisuallyHidden>{t('from')} </VisuallyHidden>
        <bdi>{before}</bdi>
      </del>
      <ins className={problem ? 'fault' : undefined} title={after}>
        <VisuallyHidden> {t('to')} </VisuallyHidden>
        <bdi>{after}</bdi>
      </ins>
      {problem ? (
        <Typography variant="caption" color="error" component="div" sx={{ whiteSpace: 'normal' }}>
          {problem}
        </Typography>
      ) : null}
    </>
  )
}
