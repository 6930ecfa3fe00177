import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Check, Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../ui/password-field.tsx'
import { useSecretCopy } from './use-secret-copy.ts'

/** A password that is shown this once, hidden until somebody wants to read it. */
export function ShownPassword({
  label,
  password,
  onCopied,
}: {
  readonly label: string
  readonly password: string
  readonly onCopied: () => void
}) {
  const { t } = useTranslation('passwords')
  const { copy, copied, hint } = useSecretCopy(password, onCopied)
  const Icon = copied ? Check : Copy
  return (
    <div>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <PasswordField
          label={label}
          value={password}
          autoComplete="off"
          inputProps={{ readOnly: true, style: monospaced }}
        />
        <Button
          variant="outlined"
          autoFocus
          startIcon={<Icon size={16} aria-hidden />}
          onClick={copy}
          sx={{ flex: 'none', height: 37 }}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
      </Box>
      <Typography variant="caption" color="textSecondary" role="status" component="p">
        {hint}
      </Typography>
    </div>
  )
}

const monospaced = {
  fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  letterSpacing: '0.04em',
}
