import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../shared/contract/bulk-requests.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { useApi } from '../../api/api-context.tsx'
import { previewQuery } from '../../api/queries.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'
import { useToast } from '../../ui/toast.tsx'

type Preview = Pick<Output<'previewBulkUpdate'>, 'previewId' | 'total' | 'changed' | 'invalid'>

const shownFaults = 3
const windowSize = 1000

/** Who would become invalid and why, and what can be done about it. */
export function InvalidSummary({
  preview: { previewId, total, changed, invalid },
  onShow,
}: {
  readonly preview: Preview
  readonly onShow: () => void
}) {
  const { t } = useTranslation('bulk')
  const api = useApi()
  const toast = useToast()
  const linesOf = useFaultLines()
  const { data } = useQuery(
    previewQuery(api, { previewId, state: 'invalid', offset: 0, limit: shownFaults }),
  )
  const copy = async () => {
    const lines: string[] = []
    for (let offset = 0; offset < invalid; offset += windowSize) {
      const input = { previewId, state: 'invalid' as const, offset, limit: windowSize }
      lines.push(...(await api.listPreview(input)).rows.flatMap(linesOf))
    }
    await navigator.clipboard.writeText(lines.join('\n'))
    toast({ message: t('copied') })
  }
  return (
    <Alert severity="warning">
      <AlertTitle>{t('invalidTitle', { count: invalid, total })}</AlertTitle>
      {changed > 0 ? t('invalidRest', { count: changed }) : t('invalidNoOther')}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {data?.rows.flatMap(linesOf).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, ml: -1.5, mb: -0.5 }}>
        {invalid > shownFaults ? (
          <Button color="inherit" onClick={onShow}>
            {t('showInvalid')}
          </Button>
        ) : null}
        <Button color="inherit" onClick={() => void copy()}>
          {t('copyInvalid')}
        </Button>
      </Box>
    </Alert>
  )
}

/** The faults of a row as sentences: whose, which property, what is wrong. */
function useFaultLines(): (row: PreviewRow) => string[] {
  const { t } = useTranslation('bulk')
  const labelOf = usePropertyLabel()
  return ({ displayName: name, problem, cells }) => [
    ...(problem ? [t('faultOfRow', { name, sentence: problem })] : []),
    ...cells.flatMap(({ property, problem: sentence }) =>
      sentence ? [t('fault', { name, property: labelOf(property), sentence })] : [],
    ),
  ]
}
