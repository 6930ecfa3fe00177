import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../text/formats.ts'
import { monospace } from '../ui/monospace.ts'
import { PrintSheet } from '../ui/print-sheet.tsx'

/** The recovery key on paper, with what it is for. */
export function RecoveryKeySheet({
  recoveryKey,
  organisation,
  onDone,
}: {
  readonly recoveryKey: string
  readonly organisation: string
  readonly onDone: () => void
}) {
  const { t } = useTranslation('recovery')
  const { moment } = useFormats()
  return (
    <PrintSheet onDone={onDone}>
      <Box sx={sheet}>
        <p dir="auto">{organisation}</p>
        <h1>{t('heading')}</h1>
        <p className="key" dir="ltr">
          {recoveryKey}
        </p>
        <p>{t('sheetWhat')}</p>
        <p>{t('sheetHow')}</p>
        <p>{t('sheetWhere')}</p>
        <footer>{t('sheetMade', { when: moment(new Date().toISOString()) })}</footer>
      </Box>
    </PrintSheet>
  )
}

const sheet = {
  maxWidth: '150mm',
  fontSize: '11pt',
  lineHeight: 1.5,
  '& h1': { fontSize: '16pt', my: '4mm' },
  '& .key': {
    fontFamily: monospace,
    fontSize: '14pt',
    border: '1px solid #000',
    p: '5mm',
    my: '5mm',
    overflowWrap: 'anywhere',
  },
  '& footer': { mt: '6mm', fontSize: '9pt' },
} as const
