import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { propertyNames } from '../../shared/fields/catalogue.ts'
import { useFormats } from '../text/formats.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { Page } from '../ui/page.tsx'
import { PrintSheet } from '../ui/print-sheet.tsx'
import { CompareTable } from './compare-table.tsx'
import { differencesOf, type Pair } from './sides.ts'

/** The page on which two sides stand beside each other. */
export function Comparison({
  title,
  pair,
  same,
  above,
  actions,
}: {
  readonly title: string
  readonly pair: Pair
  /** What to say when they do not differ. */
  readonly same: string
  readonly above?: ReactNode
  readonly actions?: ReactNode
}) {
  const { t } = useTranslation('compare')
  const { moment } = useFormats()
  const [only, setOnly] = useState(true)
  const [printing, setPrinting] = useState(false)
  const differences = differencesOf(pair)
  const properties = only ? differences : propertyNames
  const table =
    properties.length > 0 ? (
      <CompareTable
        label={title}
        pair={pair}
        properties={properties}
        different={new Set(differences)}
      />
    ) : null
  return (
    <Page
      title={title}
      above={above}
      actions={
        <>
          <CommandButton label={t('print')} icon={Printer} onClick={() => setPrinting(true)} />
          {actions}
        </>
      }
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 1 }}>
        <FormControlLabel
          label={t('differencesOnly')}
          control={<Switch checked={only} onChange={(_event, checked) => setOnly(checked)} />}
        />
        <Typography variant="body2" color="textSecondary" role="status">
          {differences.length > 0 ? t('differences', { count: differences.length }) : same}
        </Typography>
      </Box>
      {table}
      {printing ? (
        <PrintSheet onDone={() => setPrinting(false)}>
          <h1 style={{ font: '600 16px sans-serif' }}>{title}</h1>
          <p style={{ font: '11px sans-serif' }}>
            {t('printed', { date: moment(new Date().toISOString()) })}
          </p>
          {table}
        </PrintSheet>
      ) : null}
    </Page>
  )
}
