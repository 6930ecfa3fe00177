import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Check, Copy, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsIn } from '../../shared/recovery-key.ts'
import { useSecretCopy } from '../passwords/use-secret-copy.ts'
import { monospace } from '../ui/monospace.ts'
import { RecoveryKeySheet } from './recovery-key-sheet.tsx'

/** The recovery key in its groups, to be written down, copied or printed. */
export function ShownRecoveryKey({
  recoveryKey,
  organisation,
}: {
  readonly recoveryKey: string
  readonly organisation: string
}) {
  const { t } = useTranslation('recovery')
  const [printing, setPrinting] = useState(false)
  const { copy, copied, hint } = useSecretCopy(recoveryKey, () => {})
  const CopyIcon = copied ? Check : Copy
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box component="ol" aria-label={t('heading')} dir="ltr" sx={groups}>
        {numbered(recoveryKey).map(({ number, group }) => (
          <li key={number}>
            <span>{number}</span>
            <code>{group}</code>
          </li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="outlined" startIcon={<CopyIcon size={16} aria-hidden />} onClick={copy}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <Button
          variant="outlined"
          startIcon={<Printer size={16} aria-hidden />}
          onClick={() => setPrinting(true)}
        >
          {t('print')}
        </Button>
      </Box>
      <Typography variant="caption" color="textSecondary" role="status">
        {hint}
      </Typography>
      {printing ? (
        <RecoveryKeySheet
          recoveryKey={recoveryKey}
          organisation={organisation}
          onDone={() => setPrinting(false)}
        />
      ) : null}
    </Box>
  )
}

const numbered = (recoveryKey: string) =>
  groupsIn(recoveryKey).map((group, index) => ({ number: index + 1, group }))

const groups = {
  m: 0,
  p: 2,
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: 'repeat(3, 1fr)',
  gap: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  '& li': { display: 'flex', alignItems: 'baseline', gap: 1 },
  '& span': {
    color: 'text.secondary',
    fontSize: '0.75rem',
    minWidth: '1ch',
    userSelect: 'none',
  },
  '& code': {
    fontFamily: monospace,
    fontSize: '1rem',
    letterSpacing: '0.08em',
  },
} as const
