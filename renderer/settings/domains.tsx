import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { Star, X } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn } from '../api/client.ts'
import { CommandButton } from '../ui/command-button.tsx'
import type { DirectoryChanges } from './use-directory-changes.ts'

/** The domains of user names, the primary one first. */
export function Domains({
  domains,
  changes,
  disabled,
}: {
  readonly domains: readonly string[]
  readonly changes: DirectoryChanges
  readonly disabled: boolean
}) {
  const { t } = useTranslation('directorySettings')
  const heading = useId()
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3" id={heading}>
        {t('domains')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('domainsHint')}
      </Typography>
      <Box component="ul" aria-labelledby={heading} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {domains.map((domain, at) => (
          <Box component="li" key={domain} sx={line}>
            <Typography component="bdi" dir="ltr" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
              {domain}
            </Typography>
            {at === 0 ? <Chip size="small" variant="outlined" label={t('primary')} /> : null}
            {at === 0 || disabled ? null : (
              <>
                <CommandButton
                  label={t('makePrimary')}
                  icon={Star}
                  aria-label={t('makePrimaryOf', { domain })}
                  onClick={() => changes.save({ primaryDomain: domain })}
                />
                <CommandButton
                  label={t('remove')}
                  icon={X}
                  aria-label={t('removeOf', { domain })}
                  onClick={() => changes.save({ removeDomain: domain })}
                />
              </>
            )}
          </Box>
        ))}
      </Box>
      {disabled ? null : <AddDomain changes={changes} />}
    </Box>
  )
}

function AddDomain({ changes }: { readonly changes: DirectoryChanges }) {
  const { t } = useTranslation('directorySettings')
  const [typed, setTyped] = useState('')
  const refused = failureIn(changes.error)?.fields?.addDomain
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') changes.save({ addDomain: typed }, () => setTyped(''))
  }
  return (
    <Box component="form" onSubmit={add} sx={{ display: 'flex', alignItems: 'start', gap: 1 }}>
      <TextField
        label={t('addDomainLabel')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={refused !== undefined}
        helperText={refused}
        slotProps={{ htmlInput: { dir: 'ltr', spellCheck: false, autoCapitalize: 'none' } }}
        sx={{ flex: 1, maxWidth: 300 }}
      />
      <Button type="submit" variant="outlined" loading={changes.saving} sx={{ height: 37 }}>
        {t('addDomain')}
      </Button>
    </Box>
  )
}

const line = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minHeight: 44,
  borderTop: 1,
  borderColor: 'divider',
} as const
